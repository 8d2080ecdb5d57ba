import { db } from '@/db/client'
import { canDeleteMessage, loadSeat, lockMessage } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { Forbidden } from '@/domain/errors'
import { storeAudit } from '@/domain/moderation/store-audit'
import { publishToRoom } from '@/domain/publish'
import { appendRoomEvent } from './append-room-event'
import { eraseMessage } from './erase-message'

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
      throw new Forbidden('Only its author and those who keep order in this room can delete this.')
    if (found.deletedAt) return { seq: seat.seq, event: null }
    await eraseMessage(tx, messageId)
    if (found.authorId !== actor.personId)
      await storeAudit(tx, {
        ...{ actorId: actor.personId, action: 'message:removed', roomId },
        ...{ personId: found.authorId, details: { messageId } },
      })
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
