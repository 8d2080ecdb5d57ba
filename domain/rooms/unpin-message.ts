import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { pin } from '@/db/schema'
import { lockMessage, lockWritingSeat } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { publishToRoom } from '@/domain/publish'
import { appendRoomEvent } from './append-room-event'

/** Takes a pin off, whoever set it. What is not pinned takes no number. */
export async function unpinMessage(
  actor: Actor,
  input: { roomId: string; messageId: string },
): Promise<{ seq: number }> {
  const { roomId, messageId } = input
  const { personId, handle, name, line } = actor
  const { seq, event } = await db().transaction(async (tx) => {
    const seat = await lockWritingSeat(tx, actor, roomId)
    await lockMessage(tx, seat, messageId)
    const gone = await tx.delete(pin).where(eq(pin.messageId, messageId)).returning()
    if (gone.length === 0) return { seq: seat.seq, event: null }
    const person = { id: personId, handle, name, line }
    const draft = { kind: 'message:unpinned', messageId, person } as const
    const event = await appendRoomEvent(tx, roomId, personId, draft)
    return { seq: event.seq, event }
  })
  if (event) await publishToRoom(roomId, [event])
  return { seq }
}
