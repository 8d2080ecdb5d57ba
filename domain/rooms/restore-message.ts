import { eq, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { attachment, deletedMessage, message } from '@/db/schema'
import { canDeleteMessage, lockMessage, lockWritingSeat } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { loadAttachments } from '@/domain/attachments/load-attachments'
import { Conflict, Forbidden } from '@/domain/errors'
import { storeAudit } from '@/domain/moderation/store-audit'
import { loadPolls } from '@/domain/polls/load-polls'
import { publishToPeople, publishToRoom } from '@/domain/publish'
import { appendRoomEvent, type EventDraft, takeSequence } from './append-room-event'
import { settleMentions } from './settle-mentions'
import { lockThread, settleThread } from './settle-thread'

/** How long a deletion can be undone, by the database's clock, in seconds. */
const undoSeconds = 30

/**
 * Undoes a deletion: text, files, mentions and a poll with its votes come back for everybody, reactions and a
 * pin do not. For whoever deleted it, and for half a minute. What is not deleted takes no number.
 */
export async function restoreMessage(
  actor: Actor,
  input: { roomId: string; messageId: string },
): Promise<{ seq: number }> {
  const { roomId, messageId } = input
  const { seq, event, concerned } = await db().transaction(async (tx) => {
    const seat = await lockWritingSeat(tx, actor, roomId)
    const found = await lockMessage(tx, seat, messageId)
    if (!found.deletedAt) return { seq: seat.seq, event: null, concerned: [] }
    const { threadId, authorId } = found
    if (threadId) await lockThread(tx, threadId)
    const [kept] = await tx
      .delete(deletedMessage)
      .where(eq(deletedMessage.messageId, messageId))
      .returning({
        body: deletedMessage.body,
        deletedBy: deletedMessage.deletedBy,
        late: sql<boolean>`${deletedMessage.deletedAt} < clock_timestamp() - make_interval(secs => ${undoSeconds})`,
      })
    if (kept && (kept.deletedBy !== actor.personId || !canDeleteMessage(seat, found)))
      throw new Forbidden('Only who deleted a message can undo that.')
    if (!kept || kept.late) throw new Conflict('It is too late to undo this: the text is gone.')
    const { body } = kept
    if (authorId !== actor.personId)
      await storeAudit(tx, {
        ...{ actorId: actor.personId, action: 'message:restored', roomId },
        ...{ personId: authorId, details: { messageId } },
      })
    const { mentions, here, concerned } = await settleMentions(tx, seat, found, body)
    await tx
      .update(message)
      .set({ body, mentions, here, deletedAt: null })
      .where(eq(message.id, messageId))
    await tx.update(attachment).set({ removeAt: null }).where(eq(attachment.messageId, messageId))
    const attachments = (await loadAttachments(tx, [messageId])).get(messageId) ?? []
    const poll = (await loadPolls(tx, [messageId])).get(messageId) ?? null
    const taken = await takeSequence(tx, roomId)
    const thread = threadId ? await settleThread(tx, threadId, taken) : null
    const draft: EventDraft = {
      ...{ kind: 'message:restored', messageId, messageSeq: found.seq, authorId, threadId, thread },
      ...{ body, mentions, here, attachments, poll },
    }
    const event = await appendRoomEvent(tx, roomId, actor.personId, draft, taken)
    return { seq: taken, event, concerned }
  })
  if (event) await publishToRoom(roomId, [event])
  await publishToPeople(concerned, 'room:unread', { roomId })
  return { seq }
}
