import { eq, inArray } from 'drizzle-orm'
import type { MessageView } from '@/contracts/realtime'
import { mostPins } from '@/contracts/realtime'
import { db } from '@/db/client'
import { message, pin } from '@/db/schema'
import { loadSeat } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { readMessageViews } from './read-messages'
import { readPins } from './read-pins'

/** The pinned messages of a room, the newest pin first. */
export async function listPins(
  actor: Actor,
  { roomId }: { roomId: string },
): Promise<{ messages: MessageView[] }> {
  await loadSeat(db(), actor, roomId)
  const pins = await readPins(db(), roomId)
  const pinned = db().select({ id: pin.messageId }).from(pin).where(eq(pin.roomId, roomId))
  const found = await readMessageViews(db(), inArray(message.id, pinned), mostPins)
  const place = new Map(pins.map(({ messageId }, at) => [messageId, at]))
  const messages = found
    .filter(({ id }) => place.has(id))
    .sort((one, other) => (place.get(one.id) ?? 0) - (place.get(other.id) ?? 0))
  return { messages }
}
