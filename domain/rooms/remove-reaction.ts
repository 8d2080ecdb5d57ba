import { and, eq } from 'drizzle-orm'
import type { ReactInput } from '@/contracts/inputs'
import { db } from '@/db/client'
import { reaction } from '@/db/schema'
import { lockMessage, lockWritingSeat } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { publishToRoom } from '@/domain/publish'
import { appendRoomEvent } from './append-room-event'

/** Takes one's own reaction back. What is not there takes no number; `seq` is then the room's present one. */
export async function removeReaction(actor: Actor, input: ReactInput): Promise<{ seq: number }> {
  const { roomId, messageId, emoji } = input
  const { seq, event } = await db().transaction(async (tx) => {
    const seat = await lockWritingSeat(tx, actor, roomId)
    await lockMessage(tx, seat, messageId)
    const removed = await tx
      .delete(reaction)
      .where(
        and(
          eq(reaction.messageId, messageId),
          eq(reaction.personId, actor.personId),
          eq(reaction.emoji, emoji),
        ),
      )
      .returning({ emoji: reaction.emoji })
    if (removed.length === 0) return { seq: seat.seq, event: null }
    const appended = await appendRoomEvent(tx, roomId, actor.personId, {
      kind: 'reaction:removed',
      messageId,
      emoji,
      personId: actor.personId,
    })
    return { seq: appended.seq, event: appended }
  })
  if (event) await publishToRoom(roomId, [event])
  return { seq }
}
