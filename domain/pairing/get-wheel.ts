import { eq } from 'drizzle-orm'
import type { WheelView } from '@/contracts/documents'
import type { Queryable } from '@/db/client'
import { wheel } from '@/db/schema'
import { toWheelView } from './wheel-view'

/** Who drives in a room; access is the caller's to check. */
export async function getWheel(q: Queryable, roomId: string): Promise<WheelView> {
  const [turned] = await q.select().from(wheel).where(eq(wheel.roomId, roomId))
  return toWheelView(turned)
}
