import { and, eq, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { application, invitation, membership, opening, person, room, roomRead } from '@/db/schema'
import type { SeenProject } from '@/domain/access/projects'
import type { News } from '@/domain/change-and-tell'
import { Conflict, NotFound } from '@/domain/errors'
import { isRecruiting, statusWords } from '@/domain/projects/project-status'
import { closeRequests } from './close-requests'
import { loadTeam } from './load-team'

type Seat = typeof opening.$inferSelect

/** @throws Conflict when nobody can take this seat now. The caller holds the opening's lock. */
export function assertSeatIsFree(project: SeenProject, seat: Seat) {
  if (!isRecruiting(project.status))
    throw new Conflict(
      `${project.title} is ${statusWords[project.status]}: nobody can join it at the moment.`,
    )
  if (seat.status === 'filled' || seat.filled >= seat.seats)
    throw new Conflict(`Every seat for ${seat.title} is taken.`)
  if (seat.status !== 'open') throw new Conflict(`${seat.title} is not open at the moment.`)
}

/**
 * Seats a person whose accepted request is `request`: counts the seat, makes the membership, settles the
 * person's other requests in this project, and when that was the last seat, everybody else's.
 * The caller holds the locks on project, opening and request, and has checked all three.
 */
export async function takeSeat(
  tx: Transaction,
  news: News,
  {
    project,
    seat,
    personId,
    actorId,
    by,
  }: {
    project: SeenProject
    seat: Seat
    personId: string
    actorId: string
    by: 'application' | 'invitation'
  },
): Promise<void> {
  const [who] = await tx
    .select({ id: person.id, handle: person.handle, name: person.name, line: person.line })
    .from(person)
    .where(eq(person.id, personId))
  if (!who) throw new NotFound()
  const full = seat.filled + 1 >= seat.seats
  await tx
    .update(opening)
    .set({ filled: sql`${opening.filled} + 1`, status: full ? 'filled' : 'open' })
    .where(eq(opening.id, seat.id))
  await tx.insert(membership).values({ projectId: project.id, personId, openingId: seat.id })
  await settleOwnRequests(tx, project.id, personId, by)
  if (full)
    await closeRequests(tx, news, project, `Every seat for ${seat.title} is taken now.`, seat.id)
  for (const teammate of await loadTeam(tx, project.id))
    news.tell({
      personId: teammate,
      signal: 'membership:changed',
      ids: { projectId: project.id, personId },
    })
  if (project.roomId) {
    await startReadingHere(tx, project.roomId, personId)
    news.record(project.roomId, actorId, { kind: 'member:joined', person: who, role: 'member' })
  }
}

/** What was said before somebody came is history to them, not a pile of unread messages. */
async function startReadingHere(tx: Transaction, roomId: string, personId: string) {
  await tx
    .insert(roomRead)
    .select(
      tx
        .select({
          personId: sql<string>`${personId}::uuid`.as('person_id'),
          roomId: room.id,
          lastReadSeq: room.seq,
          epoch: sql<number>`0`.as('epoch'),
          readAt: sql<Date>`now()`.as('read_at'),
        })
        .from(room)
        .where(eq(room.id, roomId)),
    )
    .onConflictDoUpdate({
      target: [roomRead.personId, roomRead.roomId],
      set: { lastReadSeq: sql`greatest(${roomRead.lastReadSeq}, excluded.last_read_seq)` },
    })
}

/**
 * A crossing request (an invitation to an applicant, or the other way round) was answered by this seat too
 * and becomes accepted. More requests of the same kind were for other seats, which the person won't take.
 */
async function settleOwnRequests(
  tx: Transaction,
  projectId: string,
  personId: string,
  by: 'application' | 'invitation',
) {
  const why = 'They joined the team in another seat.'
  const decidedAt = sql`now()`
  const crossed = { status: 'accepted', decidedAt } as const
  await tx
    .update(application)
    .set(by === 'invitation' ? crossed : { status: 'superseded', reason: why, decidedAt })
    .where(
      and(
        eq(application.projectId, projectId),
        eq(application.personId, personId),
        eq(application.status, 'pending'),
      ),
    )
  await tx
    .update(invitation)
    .set(by === 'application' ? crossed : { status: 'revoked', reason: why, decidedAt })
    .where(
      and(
        eq(invitation.projectId, projectId),
        eq(invitation.personId, personId),
        eq(invitation.status, 'pending'),
      ),
    )
}
