import {
  joinRoomInput,
  loadMessagesInput,
  messageIdInput,
  readRoomInput,
  roomIdInput,
} from '@/contracts/inputs'
import { channel } from '@/contracts/realtime'
import { db } from '@/db/client'
import { loadSeat } from '@/domain/access/rooms'
import { Conflict } from '@/domain/errors'
import { joinRoom } from '@/domain/rooms/join-room'
import { loadMessages } from '@/domain/rooms/load-messages'
import { markUnread } from '@/domain/rooms/mark-unread'
import { readRoom } from '@/domain/rooms/read-room'
import { leaveSeat } from './leave-seat'
import { limitChange } from './limits'
import type { Node } from './node'
import { on } from './on'
import type { RealtimeSocket } from './realtime-server'

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
      if (!socket.rooms.has(channel.room(roomId))) return { ...joined, present: [] }
      node.deliveries.begin(roomId, joined.seq)
      const present = seated
        ? [...node.presence.presentIn(roomId)]
        : await node.presence.enter(roomId, personId, socket.id)
      return { ...joined, present }
    } catch (error) {
      if (!seated) leaveSeat(node, socket, roomId)
      throw error
    }
  })
  on(node, socket, 'room:leave', roomIdInput, async (_actor, { roomId }) => {
    leaveSeat(node, socket, roomId)
    return {}
  })
  on(node, socket, 'room:load', loadMessagesInput, loadMessages)
  on(node, socket, 'room:read', readRoomInput, async (actor, input) => {
    const { moved, ...mark } = await readRoom(actor, input)
    if (moved) node.unread.person(input.roomId, actor.personId)
    return mark
  })
  on(node, socket, 'room:mark-unread', messageIdInput, async (actor, input) => {
    await limitChange(actor.personId)
    const mark = await markUnread(actor, input)
    node.unread.person(input.roomId, actor.personId)
    return mark
  })
  socket.on('disconnecting', () => {
    const { personId } = socket.data.actor
    const prefix = channel.room('')
    for (const name of socket.rooms)
      if (name.startsWith(prefix))
        node.presence.leave(name.slice(prefix.length), personId, socket.id)
  })
}
