import type { JoinRoomInput } from '@/contracts/inputs'
import { channel, type PresenceView, type RoomJoined } from '@/contracts/realtime'
import { db } from '@/db/client'
import { loadSeats } from '@/domain/access/rooms'
import { Conflict } from '@/domain/errors'
import { joinRooms } from '@/domain/rooms/join-rooms'
import { leaveSeat } from './leave-seat'
import type { Node } from './node'
import type { RealtimeSocket } from './realtime-server'

const nobody: PresenceView = { present: [], away: [], count: 0 }

/**
 * Lets a socket hear what happens in these rooms, and answers what happened before.
 * @returns nothing for a room that is missing or not open to its person
 */
export async function enterRooms(
  node: Node,
  socket: RealtimeSocket,
  rooms: JoinRoomInput[],
): Promise<Map<string, RoomJoined>> {
  const { actor } = socket.data
  const { personId } = actor
  const isIn = (roomId: string) => socket.rooms.has(channel.room(roomId))
  const roomIds = rooms.map(({ roomId }) => roomId)
  const fresh = roomIds.filter((roomId) => !isIn(roomId))
  if (fresh.length > 0) {
    const open = await loadSeats(db(), actor, fresh)
    // A socket that is gone leaves no room any more: joining it now would leak.
    if (!socket.connected) throw new Conflict('The connection was lost.')
    // Joined before reading: what happens from here on arrives live, what happened before is read.
    for (const roomId of open.keys())
      await socket.join([channel.room(roomId), channel.seat(roomId, personId)])
  }
  const entered = new Map<string, RoomJoined>()
  try {
    // Checks the seats again: a removal in between found no socket to close.
    const caughtUp = await joinRooms(actor, rooms)
    await Promise.all(
      [...caughtUp].map(async ([roomId, joined]) => {
        node.metrics.caughtUp(joined.events.length)
        if (!isIn(roomId)) return entered.set(roomId, { ...joined, ...nobody })
        node.deliveries.begin(roomId, joined.seq)
        const presence = fresh.includes(roomId)
          ? await node.presence.enter(roomId, personId, socket.id)
          : node.presence.view(roomId)
        return entered.set(roomId, { ...joined, ...presence })
      }),
    )
    return entered
  } finally {
    for (const roomId of fresh) if (!entered.has(roomId)) leaveSeat(node, socket, roomId)
  }
}
