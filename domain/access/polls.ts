import { eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { poll } from '@/db/schema'
import { Conflict, NotFound } from '@/domain/errors'
import { canModerate, type LockedMessage, lockMessage, type RoomSeat } from './rooms'

export type LockedPoll = typeof poll.$inferSelect

/**
 * A poll of the seat's own room with the message that asks it. Whoever votes or closes holds the message until
 * the transaction ends, so that one of two is first.
 */
export async function lockPoll(
  tx: Transaction,
  seat: RoomSeat,
  messageId: string,
): Promise<{ asked: LockedMessage; found: LockedPoll }> {
  const asked = await lockMessage(tx, seat, messageId)
  if (asked.deletedAt) throw new Conflict('This message was deleted.')
  const [found] = await tx.select().from(poll).where(eq(poll.messageId, messageId))
  if (!found) throw new NotFound('There is no poll in this message.')
  return { asked, found }
}

export function canClosePoll(seat: RoomSeat, asked: Pick<LockedMessage, 'authorId'>): boolean {
  return asked.authorId === seat.personId || canModerate(seat)
}
