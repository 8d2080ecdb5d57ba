import { inArray } from 'drizzle-orm'
import { db } from '@/db/client'
import { room } from '@/db/schema'

/** The newest sequence number of each of these rooms. */
export async function readSequences(roomIds: string[]): Promise<Map<string, number>> {
  if (roomIds.length === 0) return new Map()
  const rows = await db()
    .select({ id: room.id, seq: room.seq })
    .from(room)
    .where(inArray(room.id, roomIds))
  return new Map(rows.map((row) => [row.id, row.seq]))
}
