import { and, eq, sql } from 'drizzle-orm'
import type { MembershipRole } from '@/contracts/vocabulary'
import type { Transaction } from '@/db/client'
import { message, person, report, seat } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { Conflict, Forbidden, NotFound } from '@/domain/errors'
import { lockModerator } from './moderators'
import { canModerate, loadSeat, type RoomSeat } from './rooms'

/**
 * The right to keep order in a room, held until the transaction ends.
 * @throws NotFound without a seat, Forbidden to everybody else in the room
 */
export async function lockModeration(
  tx: Transaction,
  actor: Actor,
  roomId: string,
): Promise<RoomSeat> {
  const found = await loadSeat(tx, actor, roomId, true)
  if (!canModerate(found))
    throw new Forbidden('Only those who keep order in this room can do this.')
  return found
}

type Target = { personId: string; role: MembershipRole | null; isModerator: boolean }
const ranks = { member: 0, maintainer: 1, owner: 2 }

/** Whether a seat may mute somebody: never an equal, and never themselves. */
export function canMute(by: RoomSeat, target: Target): boolean {
  if (!canModerate(by) || by.personId === target.personId) return false
  if (by.kind === 'step') return !target.isModerator
  return ranks[target.role ?? 'member'] < ranks[by.role ?? 'member']
}

/** Somebody of the room, whether they still have a seat or only wrote there. @throws NotFound, Forbidden */
export async function assertCanMute(tx: Transaction, by: RoomSeat, personId: string) {
  const [found] = await tx
    .select({
      personId: person.id,
      role: seat.role,
      isModerator: person.isModerator,
      known: sql<boolean>`${seat.personId} is not null or exists (
        select from message m where m.room_id = ${by.roomId} and m.author_id = ${person.id})`,
    })
    .from(person)
    .leftJoin(seat, and(eq(seat.roomId, by.roomId), eq(seat.personId, person.id)))
    .where(eq(person.id, personId))
  if (!found?.known) throw new NotFound('This person is not in the room.')
  if (!canMute(by, found)) throw new Forbidden('You cannot mute this person here.')
}

/**
 * The message of a report that waits, locked for a moderator to decide on, and with it all reports about it.
 * @throws NotFound to everybody but moderators; Conflict once it is decided
 */
export async function lockReportToDecide(tx: Transaction, actor: Actor, reportId: string) {
  await lockModerator(tx, actor)
  const [about] = await tx
    .select({
      id: message.id,
      roomId: message.roomId,
      seq: message.seq,
      authorId: message.authorId,
      threadId: message.threadId,
      body: message.body,
      deletedAt: message.deletedAt,
    })
    .from(message)
    .where(
      sql`${message.id} = (${tx.select({ id: report.messageId }).from(report).where(eq(report.id, reportId))})`,
    )
    .for('update')
  // Read after the wait: whoever held the message may have decided.
  const [found] = await tx
    .select({ state: report.state })
    .from(report)
    .where(eq(report.id, reportId))
  if (!about || !found) throw new NotFound()
  if (found.state !== 'waiting') throw new Conflict('Somebody has decided on this meanwhile.')
  return about
}
