import { eq } from 'drizzle-orm'
import type { EditMessageInput } from '@/contracts/inputs'
import { db } from '@/db/client'
import { message, messageVersion } from '@/db/schema'
import { canEditMessage, lockMessage, lockWritingSeat } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { Conflict, Forbidden } from '@/domain/errors'
import { publishToPeople, publishToRoom } from '@/domain/publish'
import { appendRoomEvent, type EventDraft, takeSequence } from './append-room-event'
import { settleMentions } from './settle-mentions'

/**
 * Changes a message's text and with it whom it mentions; what stood before is kept as a version. The same
 * text again takes no number; `seq` is then the room's present one.
 */
export async function editMessage(actor: Actor, input: EditMessageInput): Promise<{ seq: number }> {
  const { roomId, messageId, body } = input
  const { seq, event, concerned } = await db().transaction(async (tx) => {
    const seat = await lockWritingSeat(tx, actor, roomId)
    const found = await lockMessage(tx, seat, messageId)
    if (!canEditMessage(seat, found)) throw new Forbidden('Only its author can edit a message.')
    if (found.deletedAt) throw new Conflict('This message was deleted and cannot be edited.')
    if (found.body === body) return { seq: seat.seq, event: null, concerned: [] }
    const editedAt = new Date()
    const { mentions, here, concerned } = await settleMentions(tx, seat, found, body)
    await tx
      .update(message)
      .set({ body, editedAt, mentions, here })
      .where(eq(message.id, messageId))
    const { authorId, threadId, seq: messageSeq } = found
    const taken = await takeSequence(tx, roomId)
    const since = found.editedAt ?? found.createdAt
    await tx.insert(messageVersion).values({ messageId, seq: taken, body: found.body, since })
    const draft: EventDraft = {
      ...{ kind: 'message:edited', messageId, messageSeq, authorId, threadId },
      ...{ body, mentions, here, editedAt: editedAt.toISOString() },
    }
    const event = await appendRoomEvent(tx, roomId, actor.personId, draft, taken)
    return { seq: taken, event, concerned }
  })
  if (event) await publishToRoom(roomId, [event])
  await publishToPeople(concerned, 'room:unread', { roomId })
  return { seq }
}
