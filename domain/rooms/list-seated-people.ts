import { and, eq, ne, or } from 'drizzle-orm'
import { db } from '@/db/client'
import { room, seat } from '@/db/schema'

/**
 * Ids of those with a seat in the room whose pages look again when something is said; for telling them, never
 * for showing. In a step's room, of thousands, those alone who asked to be told everything.
 */
export async function listSeatedPeople(roomId: string): Promise<string[]> {
  const rows = await db()
    .select({ personId: seat.personId })
    .from(seat)
    .innerJoin(room, eq(room.id, seat.roomId))
    .where(and(eq(seat.roomId, roomId), or(ne(room.kind, 'step'), eq(seat.level, 'all'))))
  return rows.map((row) => row.personId)
}
