import { asc, eq } from 'drizzle-orm'
import type { RoomPage } from '@/contracts/views'
import type { Queryable } from '@/db/client'
import { seat } from '@/db/schema'
import type { Actor } from '@/domain/actor'

/** One's own rooms before and after a room, round and round: ids sort by when rooms were made, which never changes. */
export async function findNeighbours(
  q: Queryable,
  actor: Pick<Actor, 'personId'>,
  roomId: string,
): Promise<RoomPage['neighbours']> {
  const seats = await q
    .select({ roomId: seat.roomId })
    .from(seat)
    .where(eq(seat.personId, actor.personId))
    .orderBy(asc(seat.roomId))
  const at = seats.findIndex((one) => one.roomId === roomId)
  if (at < 0 || seats.length < 2) return { previous: null, next: null }
  return {
    previous: seats.at(at - 1)?.roomId ?? null,
    next: seats[(at + 1) % seats.length]?.roomId ?? null,
  }
}
