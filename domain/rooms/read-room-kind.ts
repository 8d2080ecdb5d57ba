import { eq } from 'drizzle-orm'
import type { RoomKind } from '@/contracts/vocabulary'
import { db } from '@/db/client'
import { room } from '@/db/schema'

/** A kind never changes, so it is asked for once, however many ask at the same time; so many are remembered. */
const kinds = new Map<string, Promise<RoomKind | undefined>>()
const most = 10_000

/** What kind of room it is, for limits alone; undefined when there is none. Says nothing about access. */
export function readRoomKind(roomId: string): Promise<RoomKind | undefined> {
  const known = kinds.get(roomId)
  if (known) return known
  const asked = db()
    .select({ kind: room.kind })
    .from(room)
    .where(eq(room.id, roomId))
    .then(([found]) => found?.kind)
  if (kinds.size >= most) kinds.clear()
  kinds.set(roomId, asked)
  const forget = () => kinds.get(roomId) === asked && kinds.delete(roomId)
  // One that is not there may be made yet, and a database that was away is asked again.
  asked.then((kind) => kind ?? forget(), forget)
  return asked
}
