import type { JoinRoomInput } from '@/contracts/inputs'
import { catchUpLimit, catchUpPage, type RoomJoined } from '@/contracts/realtime'
import { db } from '@/db/client'
import { loadSeat } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { readEvents } from './read-events'
import { readUnreadOf } from './read-unread'

/**
 * What happened in a room after `afterSeq`. The caller has joined the live stream before, so that
 * nothing can fall between the two.
 */
export async function joinRoom(
  actor: Actor,
  input: JoinRoomInput,
): Promise<Omit<RoomJoined, 'present'>> {
  const { roomId, afterSeq } = input
  // The events are read after the number: they can only be newer, so `seq` never promises too much.
  const seat = await loadSeat(db(), actor, roomId)
  const unread = await readUnreadOf(db(), actor.personId, roomId)
  // Ahead of the room: the database was restored to an earlier state.
  if (afterSeq > seat.seq || seat.seq - afterSeq > catchUpLimit)
    return { seq: seat.seq, events: [], more: false, startAfresh: true, unread }
  const events = afterSeq === seat.seq ? [] : await readEvents(roomId, afterSeq, catchUpPage)
  const last = events.at(-1)?.seq ?? afterSeq
  const seq = Math.max(seat.seq, last)
  return { seq, events, more: last < seq, startAfresh: false, unread }
}
