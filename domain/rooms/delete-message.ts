import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { deletedMessage, mention, message, pin, reaction } from '@/db/schema'
import { canDeleteMessage, loadSeat, lockMessage } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { Forbidden } from '@/domain/errors'
import { publishToPeople, publishToRoom } from '@/domain/publish'
import { appendRoomEvent, takeSequence } from './append-room-event'
import { lockThread, settleThread } from './settle-thread'

/**
 * Takes a message's text, reactions and pin from everybody; its place in the order stays. The text waits for
 * a moment where only an undo finds it (`restoreMessage`). Twice is once.
 */
export async function deleteMessage(
  actor: Actor,
  input: { roomId: string; messageId: string },
): Promise<{ seq: number }> {
  const { roomId, messageId } = input
  const { seq, event, concerned } = await db().transaction(async (tx) => {
    const seat = await loadSeat(tx, actor, roomId, true)
    const found = await lockMessage(tx, seat, messageId)
    if (!canDeleteMessage(seat, found))
      throw new Forbidden('Only its author or the project’s owner and maintainers can delete this.')
    if (found.deletedAt) return { seq: seat.seq, event: null, concerned: [] }
    const { threadId, body } = found
    if (threadId) await lockThread(tx, threadId)
    await tx.delete(reaction).where(eq(reaction.messageId, messageId))
    await tx.delete(pin).where(eq(pin.messageId, messageId))
    const mentioned = await tx
      .delete(mention)
      .where(eq(mention.messageId, messageId))
      .returning({ personId: mention.personId })
    await tx.insert(deletedMessage).values({ messageId, deletedBy: actor.personId, body })
    await tx
      .update(message)
      .set({ body: '', mentions: [], here: false, deletedAt: new Date() })
      .where(eq(message.id, messageId))
    const taken = await takeSequence(tx, roomId)
    const thread = threadId && (await settleThread(tx, threadId, taken))
    const draft = { kind: 'message:deleted', messageId, threadId, thread: thread || null } as const
    const event = await appendRoomEvent(tx, roomId, actor.personId, draft, taken)
    return { seq: taken, event, concerned: mentioned.map(({ personId }) => personId) }
  })
  if (event) await publishToRoom(roomId, [event])
  await publishToPeople(concerned, 'room:unread', { roomId })
  return { seq }
}
