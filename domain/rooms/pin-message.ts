import { eq, sql } from 'drizzle-orm'
import { mostPins } from '@/contracts/realtime'
import { db } from '@/db/client'
import { pin } from '@/db/schema'
import { lockMessage, lockWritingSeat } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { Conflict } from '@/domain/errors'
import { publishToRoom } from '@/domain/publish'
import { appendRoomEvent, takeSequence } from './append-room-event'

/** Pins a message for everybody in the room. What is pinned already takes no number. */
export async function pinMessage(
  actor: Actor,
  input: { roomId: string; messageId: string },
): Promise<{ seq: number }> {
  const { roomId, messageId } = input
  const { personId, handle, name, line } = actor
  const { seq, event } = await db().transaction(async (tx) => {
    const seat = await lockWritingSeat(tx, actor, roomId)
    const found = await lockMessage(tx, seat, messageId)
    if (found.deletedAt) throw new Conflict('This message was deleted.')
    const [already] = await tx.select().from(pin).where(eq(pin.messageId, messageId))
    if (already) return { seq: seat.seq, event: null }
    const person = { id: personId, handle, name, line }
    // Counted under the room's lock, or two at once could pass the limit together.
    const taken = await takeSequence(tx, roomId)
    const [count] = await tx
      .select({ pins: sql<number>`count(*)::int` })
      .from(pin)
      .where(eq(pin.roomId, roomId))
    if ((count?.pins ?? 0) >= mostPins)
      throw new Conflict(`A room has at most ${mostPins} pins. Unpin one that is not needed.`)
    const draft = { kind: 'message:pinned', messageId, person } as const
    const event = await appendRoomEvent(tx, roomId, personId, draft, taken)
    await tx
      .insert(pin)
      .values({ messageId, roomId, personId, seq: taken, createdAt: new Date(event.at) })
    return { seq: taken, event }
  })
  if (event) await publishToRoom(roomId, [event])
  return { seq }
}
