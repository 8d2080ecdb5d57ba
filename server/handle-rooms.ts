import { joinRoomInput, messagesBeforeInput, readRoomInput, roomIdInput } from '@/contracts/inputs'
import { channel } from '@/contracts/realtime'
import { presenceInput } from '@/contracts/rooms'
import { db } from '@/db/client'
import { loadSeat } from '@/domain/access/rooms'
import { Conflict } from '@/domain/errors'
import { joinRoom } from '@/domain/rooms/join-room'
import { loadMessages } from '@/domain/rooms/load-messages'
import { readRoom } from '@/domain/rooms/read-room'
import { leaveSeat } from './leave-seat'
import type { Node } from './node'
import { on } from './on'
import type { RealtimeSocket } from './realtime-server'

const nobody = { present: [], away: [], count: 0 }

export function handleRooms(node: Node, socket: RealtimeSocket) {
  on(node, socket, 'room:join', joinRoomInput, async (actor, input) => {
    const { roomId } = input
    const { personId } = actor
    const seated = socket.rooms.has(channel.room(roomId))
    if (!seated) {
      await loadSeat(db(), actor, roomId)
      // A socket that is gone leaves no room any more: joining it now would leak.
      if (!socket.connected) throw new Conflict('The connection was lost.')
      // Joined before reading: what happens from here on arrives live, what happened before is read.
      await socket.join([channel.room(roomId), channel.seat(roomId, personId)])
    }
    try {
      // Checks the seat again: a removal in between found no socket to close.
      const joined = await joinRoom(actor, input)
      if (!socket.rooms.has(channel.room(roomId))) return { ...joined, ...nobody }
      node.deliveries.begin(roomId, joined.seq)
      const present = seated
        ? node.presence.view(roomId)
        : await node.presence.enter(roomId, personId, socket.id)
      return { ...joined, ...present }
    } catch (error) {
      if (!seated) leaveSeat(node, socket, roomId)
      throw error
    }
  })
  on(node, socket, 'room:leave', roomIdInput, async (_actor, { roomId }) => {
    leaveSeat(node, socket, roomId)
    return {}
  })
  on(node, socket, 'room:load', messagesBeforeInput, loadMessages)
  on(node, socket, 'room:read', readRoomInput, async (actor, input) => {
    const { lastReadSeq, moved, shown } = await readRoom(actor, input)
    if (moved) node.unread.person(input.roomId, actor.personId)
    if (moved && shown) node.reads.moved(input.roomId, actor.personId, lastReadSeq)
    return { lastReadSeq }
  })
  socket.on('presence:set', (input) => {
    const parsed = presenceInput.safeParse(input)
    if (parsed.success) node.presence.setAway(socket.id, parsed.data.away)
  })
  socket.on('disconnecting', () => {
    const { personId } = socket.data.actor
    const prefix = channel.room('')
    for (const name of socket.rooms)
      if (name.startsWith(prefix))
        node.presence.leave(name.slice(prefix.length), personId, socket.id)
    node.presence.forget(socket.id)
  })
}
