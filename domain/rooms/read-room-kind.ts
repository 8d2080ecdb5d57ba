import { eq } from 'drizzle-orm'
import type { RoomKind } from '@/contracts/vocabulary'
import { db } from '@/db/client'
import { room } from '@/db/schema'

/** A kind never changes, so it is asked for once; so many are remembered. */
const kinds = new Map<string, RoomKind>()
const most = 10_000

/** What kind of room it is, for limits alone; undefined when there is none. Says nothing about access. */
export async function readRoomKind(roomId: string): Promise<RoomKind | undefined> {
  const known = kinds.get(roomId)
  if (known) return known
  const [found] = await db().select({ kind: room.kind }).from(room).where(eq(room.id, roomId))
  if (!found) return undefined
  if (kinds.size >= most) kinds.clear()
  kinds.set(roomId, found.kind)
  return found.kind
}
