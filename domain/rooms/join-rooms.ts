import type { JoinRoomInput } from '@/contracts/inputs'
import {
  catchUpLimit,
  catchUpPage,
  catchUpTogether,
  type PresenceView,
  type RoomJoined,
} from '@/contracts/realtime'
import { db } from '@/db/client'
import { loadSeats } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { readEvents } from './read-events'
import { readUnread } from './read-unread'

export type CaughtUp = Omit<RoomJoined, keyof PresenceView>

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
  const seats = await loadSeats(db(), actor, roomIds)
  const unreads = await readUnread(db(), actor.personId, [...seats.keys()])
  const caughtUp = new Map<string, CaughtUp>()
  let left = catchUpTogether
  for (const { roomId, afterSeq } of rooms) {
    const seat = seats.get(roomId)
    const unread = unreads.get(roomId)
    if (!seat || !unread) continue
    const common = { unread, startAfresh: false }
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
