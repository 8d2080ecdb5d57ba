import { desc, eq } from 'drizzle-orm'
import type { PinView } from '@/contracts/realtime'
import type { Queryable } from '@/db/client'
import { pin } from '@/db/schema'

/** What is pinned in a room, the newest first; access is the caller's to check. */
export async function readPins(q: Queryable, roomId: string): Promise<PinView[]> {
  const rows = await q.select().from(pin).where(eq(pin.roomId, roomId)).orderBy(desc(pin.seq))
  return rows.map(({ messageId, personId, createdAt }) => ({
    messageId,
    personId,
    at: createdAt.toISOString(),
  }))
}
