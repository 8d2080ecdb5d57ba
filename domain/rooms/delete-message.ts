import { db } from '@/db/client'
import { canDeleteMessage, loadSeat, lockMessage } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { Forbidden } from '@/domain/errors'
import { storeAudit } from '@/domain/moderation/store-audit'
import { publishToPeople, publishToRoom } from '@/domain/publish'
import { appendRoomEvent, takeSequence } from './append-room-event'
import { eraseMessage } from './erase-message'

/** Deletes a message, which may be undone for a moment (`restoreMessage`). Twice is once. */
export async function deleteMessage(
  actor: Actor,
  input: { roomId: string; messageId: string },
): Promise<{ seq: number }> {
  const { roomId, messageId } = input
  const { personId } = actor
  const { seq, event, concerned } = await db().transaction(async (tx) => {
    const seat = await loadSeat(tx, actor, roomId, true)
    const found = await lockMessage(tx, seat, messageId)
    if (!canDeleteMessage(seat, found))
      throw new Forbidden('Only its author and those who keep order in this room can delete this.')
    if (found.deletedAt) return { seq: seat.seq, event: null, concerned: [] }
    const { draft, concerned } = await eraseMessage(tx, found, personId)
    if (found.authorId !== personId)
      await storeAudit(tx, {
        ...{ actorId: personId, action: 'message:removed', roomId },
        ...{ personId: found.authorId, details: { messageId } },
      })
    const taken = await takeSequence(tx, roomId)
    const event = await appendRoomEvent(tx, roomId, personId, await draft(taken), taken)
    return { seq: taken, event, concerned }
  })
  if (event) await publishToRoom(roomId, [event])
  await publishToPeople(concerned, 'room:unread', { roomId })
  return { seq }
}
