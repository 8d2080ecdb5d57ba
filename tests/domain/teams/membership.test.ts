import { and, eq, sql } from 'drizzle-orm'
import pg from 'pg'
import { expect, it } from 'vitest'
import { db } from '@/db/client'
import { membership, roomEvent } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { changeProjectStatus } from '@/domain/projects/change-project-status'
import { notifyChannel } from '@/domain/publish'
import { acceptApplication } from '@/domain/teams/accept-application'
import { changeRole } from '@/domain/teams/change-role'
import { handOver } from '@/domain/teams/hand-over'
import { leaveProject } from '@/domain/teams/leave-project'
import { removeMember } from '@/domain/teams/remove-member'
import { setMemberActive } from '@/domain/teams/set-member-active'
import { setMemberInactive } from '@/domain/teams/set-member-inactive'
import { addMember, createPerson, createProject } from '@/tests/support/factories'
import { apply, membershipsOf, outcomes, seatOf, toldTo } from '@/tests/support/requests'

async function team() {
  const owner = await createPerson()
  const made = await createProject(owner, { seats: 1 })
  const [maintainer, other, member] = [
    await createPerson(),
    await createPerson(),
    await createPerson(),
  ]
  await addMember(made.id, maintainer, 'maintainer')
  await addMember(made.id, other, 'maintainer')
  await acceptApplication(owner, { applicationId: await apply(member, made.openingId) })
  const of = (who: { personId: string }) => ({ projectId: made.id, personId: who.personId })
  return { owner, maintainer, other, member, made, of }
}
const ownersOf = async (projectId: string) =>
  (await membershipsOf(projectId)).filter((row) => row.role === 'owner' && row.status === 'active')

it('frees the seat, records it in the room and cuts the live connections with the commit', async () => {
  const { owner, member, made } = await team()
  expect(await seatOf(made.openingId)).toEqual({ filled: 1, status: 'filled' })
  const listener = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await listener.connect()
  const heard = new Promise((resolve) =>
    listener.on('notification', ({ payload }) => {
      const notice = JSON.parse(payload ?? '{}')
      if (notice.to === 'seat') resolve(notice)
    }),
  )
  await listener.query(`listen ${notifyChannel}`)
  await leaveProject(member, { projectId: made.id })
  expect(await heard).toEqual({ to: 'seat', roomId: made.roomId, personId: member.personId })
  await listener.end()

  expect(await seatOf(made.openingId)).toEqual({ filled: 0, status: 'open' })
  const [last] = await db()
    .select()
    .from(roomEvent)
    .where(and(eq(roomEvent.roomId, made.roomId), eq(roomEvent.kind, 'member:left')))
  expect(last?.payload).toMatchObject({ how: 'left', person: { id: member.personId } })
  expect(await toldTo(owner)).toContain(
    `${member.name} left Tidewatch. See who could take the seat.`,
  )
  await expect(leaveProject(member, { projectId: made.id })).rejects.toThrow('not on this team')
  await apply(member, made.openingId)
  const [row] = await db().select().from(membership).where(eq(membership.personId, member.personId))
  expect(row).toMatchObject({ status: 'left', endedAt: expect.any(Date) })
})

it('frees one seat when a member leaves and is removed at once', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { owner, maintainer, member, made, of } = await team()
    const { passed } = await outcomes([
      leaveProject(member, { projectId: made.id }),
      removeMember(owner, of(member)),
      removeMember(maintainer, of(member)),
    ])
    expect(passed).toBe(1)
    expect(await seatOf(made.openingId)).toEqual({ filled: 0, status: 'open' })
  }
})

it('never loses the last owner: not by leaving, removal or demotion', async () => {
  const { owner, maintainer, made, of } = await team()
  await expect(leaveProject(owner, { projectId: made.id })).rejects.toThrow('Hand it over')
  await expect(removeMember(owner, of(owner))).rejects.toThrow('Hand it over')
  await expect(changeRole(owner, { ...of(owner), role: 'member' })).rejects.toThrow('Hand it over')
  await expect(setMemberInactive(owner, of(owner))).rejects.toThrow('Hand the project over')
  await expect(removeMember(maintainer, of(owner))).rejects.toThrow('may not')
  await changeProjectStatus(owner, { projectId: made.id, status: 'in_progress' })
  await changeProjectStatus(owner, { projectId: made.id, status: 'completed' })
  await expect(leaveProject(owner, { projectId: made.id })).rejects.toThrow('Hand it over')
  expect(await membershipsOf(made.id)).toHaveLength(4)
})

it('keeps one of two owners who go at once, in every way of going', async () => {
  const ways = [
    (who: Actor, projectId: string) => leaveProject(who, { projectId }),
    (who: Actor, projectId: string) =>
      changeRole(who, { projectId, personId: who.personId, role: 'member' }),
  ]
  for (const first of ways)
    for (const second of ways)
      for (let round = 0; round < 3; round += 1) {
        const [one, two] = [await createPerson(), await createPerson()]
        const made = await createProject(one)
        await addMember(made.id, two, 'owner')
        const { passed } = await outcomes([first(one, made.id), second(two, made.id)])
        expect(passed).toBe(1)
        expect(await ownersOf(made.id)).toHaveLength(1)
      }
})

it('keeps one of two owners who remove each other at once', async () => {
  for (let round = 0; round < 5; round += 1) {
    const [one, two] = [await createPerson(), await createPerson()]
    const made = await createProject(one)
    await addMember(made.id, two, 'owner')
    await outcomes([
      removeMember(one, { projectId: made.id, personId: two.personId }),
      removeMember(two, { projectId: made.id, personId: one.personId }),
    ])
    expect(await ownersOf(made.id)).toHaveLength(1)
  }
})

it('hands over as one swap, to one person, also when two hand-overs and a departure race', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { owner, maintainer, other, made, of } = await team()
    await outcomes([
      handOver(owner, of(maintainer)),
      handOver(owner, of(other)),
      leaveProject(maintainer, { projectId: made.id }),
    ])
    expect(await ownersOf(made.id)).toHaveLength(1)
  }
  const { owner, maintainer, member, made, of } = await team()
  await expect(handOver(maintainer, of(member))).rejects.toThrow('Only the owner')
  await setMemberInactive(member, of(member))
  await expect(handOver(owner, of(member))).rejects.toThrow('active member')
  await handOver(owner, of(maintainer))
  const roles = new Map((await membershipsOf(made.id)).map((row) => [row.personId, row.role]))
  expect([roles.get(owner.personId), roles.get(maintainer.personId)]).toEqual([
    'maintainer',
    'owner',
  ])
  await leaveProject(owner, { projectId: made.id })
})

it('lets maintainers manage members, and only the owner manage maintainers and roles', async () => {
  const { owner, maintainer, other, member, made, of } = await team()
  const outsider = await createPerson()
  const answers = await outcomes([
    removeMember(maintainer, of(other)),
    removeMember(member, of(maintainer)),
    removeMember(outsider, of(member)),
    changeRole(maintainer, { ...of(member), role: 'maintainer' }),
    setMemberInactive(maintainer, of(other)),
    setMemberInactive(member, of(other)),
  ])
  expect(answers.refused).toEqual(Array.from({ length: 6 }, () => 'Forbidden'))
  await expect(removeMember(owner, of(outsider))).rejects.toMatchObject({ name: 'NotFound' })

  await setMemberInactive(maintainer, of(member))
  // The seat stays theirs until the owner says otherwise, and so does the room.
  expect(await seatOf(made.openingId)).toEqual({ filled: 1, status: 'filled' })
  await setMemberActive(member, of(member))
  await setMemberInactive(member, of(member))
  await removeMember(maintainer, of(member))
  expect(await seatOf(made.openingId)).toEqual({ filled: 0, status: 'open' })
  await changeRole(owner, { ...of(other), role: 'member' })
  await removeMember(maintainer, of(other))
  await removeMember(owner, of(maintainer))
  const kinds = await db().execute<{ kind: string }>(sql`
    select kind from room_event where room_id = ${made.roomId} order by seq`)
  expect(kinds.rows.map((row) => row.kind)).toEqual([
    'member:joined',
    'member:left',
    'role:changed',
    'member:left',
    'member:left',
  ])
})
