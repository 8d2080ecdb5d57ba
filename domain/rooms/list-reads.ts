import { and, eq, ne } from 'drizzle-orm'
import type { ReadView } from '@/contracts/realtime'
import type { Queryable } from '@/db/client'
import { person, roomRead, seat as seats } from '@/db/schema'
import { canShowReading, type RoomSeat } from '@/domain/access/rooms'

/** How far the others in a room have read, of those who show it: the rule of `canShowReading`, for many. */
export async function listReads(q: Queryable, seat: RoomSeat): Promise<ReadView[]> {
  if (!canShowReading({ kind: seat.kind, showsReading: true })) return []
  return q
    .select({ personId: roomRead.personId, seq: roomRead.lastReadSeq })
    .from(seats)
    .innerJoin(
      roomRead,
      and(eq(roomRead.roomId, seats.roomId), eq(roomRead.personId, seats.personId)),
    )
    .innerJoin(person, eq(person.id, seats.personId))
    .where(
      and(eq(seats.roomId, seat.roomId), ne(seats.personId, seat.personId), person.showsReading),
    )
    .orderBy(seats.personId)
}
