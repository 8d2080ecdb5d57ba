import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { message, reaction } from '@/db/schema'
import { canDeleteMessage, loadSeat, lockMessage } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { Forbidden } from '@/domain/errors'
import { publishToRoom } from '@/domain/publish'
import { appendRoomEvent } from './append-room-event'

/** Removes a message's text and reactions for good; its place in the order stays. Twice is once. */
export async function deleteMessage(
  actor: Actor,
  input: { roomId: string; messageId: string },
): Promise<{ seq: number }> {
  const { roomId, messageId } = input
  const { seq, event } = await db().transaction(async (tx) => {
    const seat = await loadSeat(tx, actor, roomId, true)
    const found = await lockMessage(tx, seat, messageId)
    if (!canDeleteMessage(seat, found))
      throw new Forbidden('Only its author or the project’s owner and maintainers can delete this.')
    if (found.deletedAt) return { seq: seat.seq, event: null }
    await tx.delete(reaction).where(eq(reaction.messageId, messageId))
    await tx
      .update(message)
      .set({ body: '', deletedAt: new Date() })
      .where(eq(message.id, messageId))
    const appended = await appendRoomEvent(tx, roomId, actor.personId, {
      kind: 'message:deleted',
      messageId,
      messageSeq: found.seq,
    })
    return { seq: appended.seq, event: appended }
  })
  if (event) await publishToRoom(roomId, [event])
  return { seq }
}
