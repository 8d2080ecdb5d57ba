import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { seat } from '@/db/schema'

/** Ids of everybody with a seat in the room; for telling them, never for showing. */
export async function listSeatedPeople(roomId: string): Promise<string[]> {
  const rows = await db()
    .select({ personId: seat.personId })
    .from(seat)
    .where(eq(seat.roomId, roomId))
  return rows.map((row) => row.personId)
}
