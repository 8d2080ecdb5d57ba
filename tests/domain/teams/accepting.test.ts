import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { db, pool } from '@/db/client'
import { application, block, invitation, membership, notification, roomEvent } from '@/db/schema'
import { changeProjectStatus } from '@/domain/projects/change-project-status'
import { editProject } from '@/domain/projects/edit-project'
import { getProjectForm } from '@/domain/projects/get-project-form'
import { listRooms } from '@/domain/rooms/list-rooms'
import { sendMessage } from '@/domain/rooms/send-message'
import { acceptApplication } from '@/domain/teams/accept-application'
import { acceptInvitation } from '@/domain/teams/accept-invitation'
import { declineApplication } from '@/domain/teams/decline-application'
import { leaveProject } from '@/domain/teams/leave-project'
import { withdrawApplication } from '@/domain/teams/withdraw-application'
import { createCatalogue } from '@/tests/support/catalogue'
import { addMember, createPerson, createProject } from '@/tests/support/factories'
import {
  addOpeningTo,
  apply,
  invite,
  membershipsOf,
  outcomes,
  recordPublished,
  seatOf,
  statusOfApplication,
  statusOfInvitation,
  toldTo,
} from '@/tests/support/requests'

beforeAll(() => {
  // A hundred calls queue for ten connections here; on a busy machine that is no error of theirs.
  pool().options.connectionTimeoutMillis = 30_000
})

it('gives one seat to exactly one of a hundred accepted at once; the rest are superseded and told', async () => {
  const owner = await createPerson()
  const made = await createProject(owner, { seats: 1 })
  const people = await Promise.all(Array.from({ length: 100 }, () => createPerson()))
  const ids = await Promise.all(people.map((who) => apply(who, made.openingId)))
  const emitted = recordPublished()

  const { passed, refused } = await outcomes(
    ids.map((applicationId) => acceptApplication(owner, { applicationId })),
  )

  expect(passed).toBe(1)
  expect(new Set(refused)).toEqual(new Set(['Conflict']))
  expect(await seatOf(made.openingId)).toEqual({ filled: 1, status: 'filled' })
  expect((await membershipsOf(made.id)).map((row) => row.role).sort()).toEqual(['member', 'owner'])
  const { rows } = await db().execute(sql`
    select a.status, count(*)::int as requests, count(n.id)::int as told
    from application a left join notification n
      on n.person_id = a.person_id and n.kind = 'application:' || a.status
    group by a.status order by a.status`)
  expect(rows).toEqual([
    { status: 'accepted', requests: 1, told: 1 },
    { status: 'superseded', requests: 99, told: 99 },
  ])
  const reached = (event: string) =>
    emitted.filter((each) => each.event === event).flatMap((each) => each.channels).length
  expect(reached('application:superseded')).toBe(99)
  expect(reached('room:advanced')).toBe(1)
})

it('makes one membership when two openings of a project accept the same person at once', async () => {
  for (let round = 0; round < 10; round += 1) {
    const owner = await createPerson()
    const who = await createPerson()
    const made = await createProject(owner, { seats: 1 })
    const other = await addOpeningTo(made.id)
    const ids = [await apply(who, made.openingId), await apply(who, other)]
    const { passed } = await outcomes(
      ids.map((applicationId) => acceptApplication(owner, { applicationId })),
    )
    expect(passed).toBe(1)
    const seated = (await membershipsOf(made.id)).filter((row) => row.personId === who.personId)
    expect(seated).toHaveLength(1)
    const seats = [await seatOf(made.openingId), await seatOf(other)]
    expect(seats.reduce((sum, each) => sum + (each.filled ?? 0), 0)).toBe(1)
    const states = await Promise.all(ids.map(statusOfApplication))
    expect(states.sort()).toEqual(['accepted', 'superseded'])
  }
})

it('turns an application and an invitation that cross into one membership, answered from both sides at once', async () => {
  for (let round = 0; round < 10; round += 1) {
    const owner = await createPerson()
    const who = await createPerson()
    const made = await createProject(owner, { seats: 2 })
    const [applicationId, invitationId] = await Promise.all([
      apply(who, made.openingId),
      invite(owner, made.openingId, who),
    ])
    const { passed } = await outcomes([
      acceptApplication(owner, { applicationId }),
      acceptInvitation(who, { invitationId }),
    ])
    expect(passed).toBe(1)
    expect(await seatOf(made.openingId)).toEqual({ filled: 1, status: 'open' })
    expect(await statusOfApplication(applicationId)).toBe('accepted')
    expect(await statusOfInvitation(invitationId)).toBe('accepted')
    const seated = (await membershipsOf(made.id)).filter((row) => row.personId === who.personId)
    expect(seated).toHaveLength(1)
  }
})

it('lets the database itself refuse a second live membership, an overfull opening and a second pending request', async () => {
  const owner = await createPerson()
  const who = await createPerson()
  const made = await createProject(owner, { seats: 1 })
  await addMember(made.id, who)
  await expect(addMember(made.id, who)).rejects.toMatchObject({ cause: { code: '23505' } })
  const overfull = db().execute(sql`update opening set filled = 2 where id = ${made.openingId}`)
  await expect(overfull).rejects.toMatchObject({ cause: { code: '23514' } })
  const asked = await createPerson()
  await apply(asked, made.openingId)
  const again = db().insert(application).values({
    openingId: made.openingId,
    projectId: made.id,
    personId: asked.personId,
    message: 'Again.',
    expiresAt: new Date(),
  })
  await expect(again).rejects.toMatchObject({ cause: { code: '23505' } })
})

it('never leaves a request waiting for a seat that goes while people ask', async () => {
  const owner = await createPerson()
  const made = await createProject(owner, { seats: 1 })
  const applicationId = await apply(await createPerson(), made.openingId)
  const late = await Promise.all(Array.from({ length: 20 }, () => createPerson()))
  await outcomes([
    ...late.slice(0, 10).map((who) => apply(who, made.openingId)),
    acceptApplication(owner, { applicationId }),
    ...late.slice(10).map((who) => apply(who, made.openingId)),
  ])
  const waiting = await db()
    .select()
    .from(application)
    .where(and(eq(application.openingId, made.openingId), eq(application.status, 'pending')))
  expect(waiting).toEqual([])
})

it('decides a request once when it is accepted, declined and withdrawn at once', async () => {
  for (let round = 0; round < 10; round += 1) {
    const owner = await createPerson()
    const who = await createPerson()
    const made = await createProject(owner)
    const applicationId = await apply(who, made.openingId)
    const { passed } = await outcomes([
      acceptApplication(owner, { applicationId }),
      declineApplication(owner, { applicationId, reason: '' }),
      withdrawApplication(who, { applicationId }),
    ])
    expect(passed).toBe(1)
    const accepted = (await statusOfApplication(applicationId)) === 'accepted'
    expect((await seatOf(made.openingId)).filled).toBe(accepted ? 1 : 0)
    expect(await membershipsOf(made.id)).toHaveLength(accepted ? 2 : 1)
  }
})

it('does not accept while the project ends, or ends with nobody left waiting', async () => {
  for (let round = 0; round < 10; round += 1) {
    const owner = await createPerson()
    const made = await createProject(owner)
    const applicationId = await apply(await createPerson(), made.openingId)
    await outcomes([
      changeProjectStatus(owner, { projectId: made.id, status: 'abandoned' }),
      acceptApplication(owner, { applicationId }),
    ])
    const status = await statusOfApplication(applicationId)
    expect(['accepted', 'superseded']).toContain(status)
    expect(await membershipsOf(made.id)).toHaveLength(status === 'accepted' ? 2 : 1)
  }
})

it('keeps taken seats within the seats while the owner takes some away', async () => {
  await createCatalogue()
  for (let round = 0; round < 10; round += 1) {
    const owner = await createPerson()
    const made = await createProject(owner, { seats: 3 })
    const people = [await createPerson(), await createPerson(), await createPerson()]
    const ids = await Promise.all(people.map((who) => apply(who, made.openingId)))
    const values = await getProjectForm(owner, { slug: made.slug })
    const fewer = values.openings.map((each) => ({ ...each, seats: 1 }))
    const { refused } = await outcomes([
      ...ids.map((applicationId) => acceptApplication(owner, { applicationId })),
      editProject(owner, { ...values, stepIds: ['apis'], openings: fewer }),
    ])
    const { filled } = await seatOf(made.openingId)
    // Whoever came first won: either the edit was refused, or one seat was left to take.
    expect(refused.includes('Invalid') ? [2, 3] : [1]).toContain(filled)
  }
})

it('survives people accepting, leaving and asking again all at once', async () => {
  const owner = await createPerson()
  const made = await createProject(owner, { seats: 3 })
  const people = await Promise.all(Array.from({ length: 12 }, () => createPerson()))
  const join = async (who: (typeof people)[number]) => {
    const applicationId = await apply(who, made.openingId)
    await acceptApplication(owner, { applicationId })
    await leaveProject(who, { projectId: made.id })
  }
  const { refused } = await outcomes([...people, ...people].map(join))
  expect(refused.filter((name) => name !== 'Conflict')).toEqual([])
  expect(await seatOf(made.openingId)).toEqual({ filled: 0, status: 'open' })
  const { rows } = await db().execute<{ n: number; last: number }>(sql`
    select count(*)::int as n, max(seq)::int as last from room_event where room_id = ${made.roomId}`)
  expect(rows[0]?.n).toBe(rows[0]?.last)
})

it('records the join in the room, tells both sides, and says who decided', async () => {
  const owner = await createPerson({ name: 'Olga' })
  const who = await createPerson({ name: 'Ada' })
  const made = await createProject(owner)
  const applicationId = await apply(who, made.openingId)
  expect(await toldTo(owner)).toEqual(['Ada asks to join Tidewatch as Backend developer.'])
  const emitted = recordPublished()
  await acceptApplication(owner, { applicationId })
  expect(await toldTo(who)).toEqual(['You are on the team of Tidewatch as Backend developer.'])
  const [event] = await db().select().from(roomEvent).where(eq(roomEvent.roomId, made.roomId))
  expect(event).toMatchObject({ kind: 'member:joined', actorId: owner.personId, seq: 1 })
  expect(event?.payload).toMatchObject({ role: 'member', person: { id: who.personId } })
  expect(emitted.map((each) => each.event)).toEqual([
    'room:advanced',
    'application:accepted',
    'membership:changed',
    'notification:created',
  ])
  expect(emitted[1]?.channels.sort()).toEqual(
    [`person:${owner.personId}`, `person:${who.personId}`].sort(),
  )
  const [row] = await db().select().from(application).where(eq(application.id, applicationId))
  expect(row).toMatchObject({ decidedById: owner.personId, decidedAt: expect.any(Date) })
})

it('closes the invitations of others too when the last seat goes', async () => {
  const owner = await createPerson()
  const made = await createProject(owner, { seats: 1 })
  const [first, second] = [await createPerson(), await createPerson()]
  const invitationId = await invite(owner, made.openingId, first)
  const pending = await invite(owner, made.openingId, second)
  await acceptInvitation(first, { invitationId })
  expect(await statusOfInvitation(pending)).toBe('revoked')
  expect(await toldTo(second)).toContain(
    'Your invitation to Tidewatch is closed. Every seat for Backend developer is taken now.',
  )
  await expect(acceptInvitation(second, { invitationId: pending })).rejects.toThrow('taken back')
})

it('refuses requests that expired, in paused projects, from blocked people, and outsiders', async () => {
  const owner = await createPerson()
  const made = await createProject(owner)
  const who = await createPerson()
  const stranger = await createPerson()
  const member = await createPerson()
  await addMember(made.id, member)
  const applicationId = await apply(who, made.openingId)
  const invitationId = await invite(owner, made.openingId, stranger)

  await expect(acceptApplication(stranger, { applicationId })).rejects.toThrow('not here')
  await expect(acceptApplication(member, { applicationId })).rejects.toThrow('not here')
  await expect(acceptApplication(who, { applicationId })).rejects.toThrow('The team decides')
  await expect(acceptInvitation(who, { invitationId })).rejects.toThrow('not here')
  await expect(acceptInvitation(owner, { invitationId })).rejects.toThrow('Only the invited')

  await changeProjectStatus(owner, { projectId: made.id, status: 'paused' })
  await expect(acceptApplication(owner, { applicationId })).rejects.toThrow('is paused')
  await changeProjectStatus(owner, { projectId: made.id, status: 'open' })

  await db().insert(block).values({ blockerId: who.personId, blockedId: owner.personId })
  await expect(acceptApplication(owner, { applicationId })).rejects.toThrow('at the moment')
  await db().insert(block).values({ blockerId: owner.personId, blockedId: stranger.personId })
  await expect(acceptInvitation(stranger, { invitationId })).rejects.toThrow('at the moment')
  await db().delete(block)

  const past = { expiresAt: new Date(Date.now() - 1000) }
  await db().update(application).set(past)
  await db().update(invitation).set(past)
  await expect(acceptApplication(owner, { applicationId })).rejects.toThrow('has expired')
  await expect(acceptInvitation(stranger, { invitationId })).rejects.toThrow('has expired')
  expect((await seatOf(made.openingId)).filled).toBe(0)
  expect(await db().select().from(membership).where(eq(membership.personId, who.personId))).toEqual(
    [],
  )
  expect(
    await db().select().from(notification).where(eq(notification.personId, who.personId)),
  ).toEqual([])
})

it('counts what was said before somebody came as read, and what comes after as unread', async () => {
  const owner = await createPerson()
  const made = await createProject(owner)
  const newcomer = await createPerson()
  const say = (body: string) =>
    sendMessage(owner, { roomId: made.roomId, clientId: randomUUID(), body, replyToId: null })
  await say('Long ago.')
  await acceptApplication(owner, { applicationId: await apply(newcomer, made.openingId) })
  expect((await listRooms(newcomer)).map((room) => room.unread)).toEqual([0])
  await say('Welcome.')
  expect((await listRooms(newcomer)).map((room) => room.unread)).toEqual([1])
})
