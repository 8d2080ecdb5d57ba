import { and, eq } from 'drizzle-orm'
import type { RoomLevelInput } from '@/contracts/rooms'
import { db } from '@/db/client'
import { seat } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { NotFound } from '@/domain/errors'
import { publishToPeople } from '@/domain/publish'

/** Chooses what of a room reaches the actor outside of it; their other pages look again. @throws NotFound */
export async function setRoomLevel(actor: Actor, input: RoomLevelInput): Promise<void> {
  const { roomId, level } = input
  const { personId } = actor
  const own = await db()
    .update(seat)
    .set({ level })
    .where(and(eq(seat.roomId, roomId), eq(seat.personId, personId)))
    .returning({ roomId: seat.roomId })
  if (own.length === 0) throw new NotFound('This room is not here, or not open to you.')
  await publishToPeople([personId], 'room:unread', { roomId })
}
