import { eq, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { poll } from '@/db/schema'
import { canClosePoll, lockPoll } from '@/domain/access/polls'
import { lockWritingSeat } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { Forbidden } from '@/domain/errors'
import { publishToRoom } from '@/domain/publish'
import { appendRoomEvent } from '@/domain/rooms/append-room-event'

/** Ends the voting in a poll for good. What is closed already takes no number. */
export async function closePoll(
  actor: Actor,
  input: { roomId: string; messageId: string },
): Promise<{ seq: number }> {
  const { roomId, messageId } = input
  const { seq, event } = await db().transaction(async (tx) => {
    const seat = await lockWritingSeat(tx, actor, roomId)
    const { asked, found } = await lockPoll(tx, seat, messageId)
    if (!canClosePoll(seat, asked))
      throw new Forbidden('Only who asked and those who keep order in this room can close a poll.')
    if (found.closedAt) return { seq: seat.seq, event: null }
    await tx
      .update(poll)
      .set({ closedAt: sql`clock_timestamp()` })
      .where(eq(poll.messageId, messageId))
    const draft = { kind: 'poll:closed', messageId } as const
    const event = await appendRoomEvent(tx, roomId, actor.personId, draft)
    return { seq: event.seq, event }
  })
  if (event) await publishToRoom(roomId, [event])
  return { seq }
}
