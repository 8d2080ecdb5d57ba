import { and, eq, inArray } from 'drizzle-orm'
import type { JoinRoomInput } from '@/contracts/inputs'
import { catchUpLimit, catchUpPage, catchUpTogether, type RoomJoined } from '@/contracts/realtime'
import { db } from '@/db/client'
import { roomRead } from '@/db/schema'
import { loadSeats } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { readEvents } from './read-events'

export type CaughtUp = Omit<RoomJoined, 'present'>

/**
 * What happened in each of these rooms after its `afterSeq`. The caller has joined the live streams before, so
 * that nothing can fall between the two.
 * @returns nothing for a room that is missing or not open to this person
 */
export async function joinRooms(
  actor: Actor,
  rooms: JoinRoomInput[],
): Promise<Map<string, CaughtUp>> {
  const roomIds = rooms.map(({ roomId }) => roomId)
  // The events are read after the numbers: they can only be newer, so `seq` never promises too much.
  const [seats, reads] = await Promise.all([
    loadSeats(db(), actor, roomIds),
    db()
      .select({ roomId: roomRead.roomId, lastReadSeq: roomRead.lastReadSeq })
      .from(roomRead)
      .where(and(eq(roomRead.personId, actor.personId), inArray(roomRead.roomId, roomIds))),
  ])
  const readUpTo = new Map(reads.map((read) => [read.roomId, read.lastReadSeq]))
  const caughtUp = new Map<string, CaughtUp>()
  let left = catchUpTogether
  for (const { roomId, afterSeq } of rooms) {
    const seat = seats.get(roomId)
    if (!seat) continue
    const common = { lastReadSeq: readUpTo.get(roomId) ?? 0, startAfresh: false }
    // Ahead of the room: the database was restored to an earlier state.
    if (afterSeq > seat.seq || seat.seq - afterSeq > catchUpLimit) {
      const afresh = { ...common, seq: seat.seq, events: [], more: false, startAfresh: true }
      caughtUp.set(roomId, afresh)
      continue
    }
    const most = Math.min(left, catchUpPage)
    const events =
      afterSeq === seat.seq || most === 0 ? [] : await readEvents(roomId, afterSeq, most)
    left -= events.length
    const last = events.at(-1)?.seq ?? afterSeq
    const seq = Math.max(seat.seq, last)
    caughtUp.set(roomId, { ...common, seq, events, more: last < seq })
  }
  return caughtUp
}
