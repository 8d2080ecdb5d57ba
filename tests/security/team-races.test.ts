import { and, eq, inArray, sql } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { postProjectInput } from '@/contracts/inputs'
import { db } from '@/db/client'
import { application, invitation, membership, opening, roomEvent } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { DomainError } from '@/domain/errors'
import { changeProjectStatus } from '@/domain/projects/change-project-status'
import { editProject } from '@/domain/projects/edit-project'
import { setAcceptingMembers } from '@/domain/projects/set-accepting-members'
import { sendMessage } from '@/domain/rooms/send-message'
import { acceptApplication } from '@/domain/teams/accept-application'
import { acceptInvitation } from '@/domain/teams/accept-invitation'
import { applyForSeat } from '@/domain/teams/apply-for-seat'
import { changeRole } from '@/domain/teams/change-role'
import { declineApplication } from '@/domain/teams/decline-application'
import { expireRequests } from '@/domain/teams/expire-requests'
import { handOver } from '@/domain/teams/hand-over'
import { invitePerson } from '@/domain/teams/invite-person'
import { leaveProject } from '@/domain/teams/leave-project'
import { removeMember } from '@/domain/teams/remove-member'
import { revokeInvitation } from '@/domain/teams/revoke-invitation'
import { setMemberActive } from '@/domain/teams/set-member-active'
import { setMemberInactive } from '@/domain/teams/set-member-inactive'
import { withdrawApplication } from '@/domain/teams/withdraw-application'
import { createCatalogue } from '../support/catalogue'
import { createPerson, createProject } from '../support/factories'
import { addOpeningTo } from '../support/requests'

/*
 * Everybody on and around a team does everything at once, many times over. Whatever wins, only named
 * errors come back (no deadlock, no broken constraint), and the team's books balance afterwards.
 */
beforeAll(createCatalogue)

/** Small, seeded: a failure can be run again. */
function dice(seed: number) {
  let state = seed
  return (sides: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

it.each([1, 2, 3])(
  'a team survives everything at once, round %i',
  { timeout: 120_000 },
  async (seed) => {
    const roll = dice(seed)
    const people = await Promise.all(Array.from({ length: 8 }, () => createPerson()))
    const pick = () => people[roll(people.length)] as Actor
    const project = await createProject(people[0] as Actor, { seats: 2 })
    const openings = [project.openingId, await addOpeningTo(project.id, 1)]
    const openingId = () => openings[roll(openings.length)] as string
    const projectId = project.id
    const asked = async () => {
      const rows = await db().select().from(application).where(eq(application.projectId, projectId))
      return { applicationId: rows[roll(rows.length)]?.id ?? projectId }
    }
    const invited = async () => {
      const rows = await db().select().from(invitation).where(eq(invitation.projectId, projectId))
      return { invitationId: rows[roll(rows.length)]?.id ?? projectId }
    }
    const whom = () => ({ projectId, personId: pick().personId })
    const acts: (() => Promise<unknown>)[] = [
      () => applyForSeat(pick(), { openingId: openingId(), message: 'I would like to help.' }),
      () => applyForSeat(pick(), { openingId: openingId(), message: 'I would like to help.' }),
      () => invitePerson(pick(), { openingId: openingId(), handle: pick().handle, message: '' }),
      () =>
        invitePerson(people[0] as Actor, {
          openingId: openingId(),
          handle: pick().handle,
          message: '',
        }),
      async () => acceptApplication(pick(), await asked()),
      async () => acceptApplication(people[0] as Actor, await asked()),
      async () => acceptInvitation(pick(), await invited()),
      async () => acceptInvitation(pick(), await invited()),
      async () => declineApplication(pick(), { ...(await asked()), reason: '' }),
      async () => withdrawApplication(pick(), await asked()),
      async () => revokeInvitation(pick(), await invited()),
      () => leaveProject(pick(), { projectId }),
      () => removeMember(pick(), whom()),
      () => changeRole(pick(), { ...whom(), role: roll(2) ? 'maintainer' : 'member' }),
      () => handOver(pick(), whom()),
      () => setMemberInactive(pick(), whom()),
      () => setMemberActive(pick(), whom()),
      () => setAcceptingMembers(pick(), { projectId, acceptingMembers: true }),
      () => changeProjectStatus(pick(), { projectId, status: roll(2) ? 'open' : 'in_progress' }),
      () =>
        editProject(pick(), {
          ...postProjectInput.parse({
            title: 'Tidewatch',
            pitch: 'Store and serve a year of tide readings.',
            description: 'We store a year of readings and make the slow queries fast.',
            stepIds: ['databases'],
            openings: [{ title: 'Any', seats: 1 }],
            hoursPerWeek: 5,
            timeZone: 'UTC',
            repositoryUrl: null,
          }),
          projectId,
          openings: openings.map((id) => ({
            id,
            title: 'Developer',
            seats: 1 + roll(3),
            skills: [],
          })),
        }),
      () => expireRequests(),
      () =>
        sendMessage(pick(), {
          roomId: project.roomId,
          clientId: crypto.randomUUID(),
          body: 'Hello.',
          replyToId: null,
        }),
    ]
    let done = 0
    for (let turn = 0; turn < 40; turn++) {
      const started = Array.from({ length: 12 }, () => acts[roll(acts.length)]?.())
      for (const outcome of await Promise.allSettled(started)) {
        if (outcome.status === 'fulfilled') done++
        else if (!(outcome.reason instanceof DomainError)) throw outcome.reason
      }
    }
    expect(done).toBeGreaterThan(20)
    await expectBalancedBooks(projectId, project.roomId)
  },
)

async function expectBalancedBooks(projectId: string, roomId: string) {
  const live = inArray(membership.status, ['active', 'inactive'])
  const members = await db()
    .select()
    .from(membership)
    .where(and(eq(membership.projectId, projectId), live))
  expect(members.filter((each) => each.role === 'owner' && each.status === 'active')).toHaveLength(
    1,
  )
  expect(new Set(members.map((each) => each.personId)).size).toBe(members.length)
  for (const seat of await db().select().from(opening).where(eq(opening.projectId, projectId))) {
    const taken = members.filter((each) => each.openingId === seat.id).length
    expect([seat.filled, seat.status]).toEqual([taken, taken >= seat.seats ? 'filled' : 'open'])
    if (seat.status === 'filled')
      for (const table of [application, invitation])
        expect(
          await db().$count(table, and(eq(table.openingId, seat.id), eq(table.status, 'pending'))),
        ).toBe(0)
  }
  const seated = members.map((each) => each.personId)
  for (const table of [application, invitation])
    expect(
      await db().$count(
        table,
        and(
          eq(table.projectId, projectId),
          eq(table.status, 'pending'),
          inArray(table.personId, seated),
        ),
      ),
    ).toBe(0)
  const [row] = await db()
    .select({ n: sql<number>`count(*)::int`, top: sql<number>`max(${roomEvent.seq})::int` })
    .from(roomEvent)
    .where(eq(roomEvent.roomId, roomId))
  expect(row?.n).toBe(row?.top)
}
