import { eq } from 'drizzle-orm'
import type { EditMessageInput } from '@/contracts/inputs'
import { db } from '@/db/client'
import { message } from '@/db/schema'
import { canEditMessage, lockMessage, lockWritingSeat } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { Conflict, Forbidden } from '@/domain/errors'
import { publishToRoom } from '@/domain/publish'
import { appendRoomEvent } from './append-room-event'

/** Changes a message's text. The same text again takes no number; `seq` is then the room's present one. */
export async function editMessage(actor: Actor, input: EditMessageInput): Promise<{ seq: number }> {
  const { roomId, messageId, body } = input
  const { seq, event } = await db().transaction(async (tx) => {
    const seat = await lockWritingSeat(tx, actor, roomId)
    const found = await lockMessage(tx, seat, messageId)
    if (!canEditMessage(seat, found)) throw new Forbidden('Only its author can edit a message.')
    if (found.deletedAt) throw new Conflict('This message was deleted and cannot be edited.')
    if (found.body === body) return { seq: seat.seq, event: null }
    const editedAt = new Date()
    await tx.update(message).set({ body, editedAt }).where(eq(message.id, messageId))
    const appended = await appendRoomEvent(tx, roomId, actor.personId, {
      kind: 'message:edited',
      messageId,
      body,
      editedAt: editedAt.toISOString(),
    })
    return { seq: appended.seq, event: appended }
  })
  if (event) await publishToRoom(roomId, [event])
  return { seq }
}
