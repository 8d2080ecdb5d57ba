import {
  type JoinRoomInput,
  joinRoomInput,
  joinRoomsInput,
  loadMessagesInput,
  messageIdInput,
  readRoomInput,
  roomIdInput,
} from '@/contracts/inputs'
import { channel, type RoomAmongMany } from '@/contracts/realtime'
import { presenceInput } from '@/contracts/rooms'
import { NotFound } from '@/domain/errors'
import { loadMessages } from '@/domain/rooms/load-messages'
import { markUnread } from '@/domain/rooms/mark-unread'
import { readRoom } from '@/domain/rooms/read-room'
import { toFailure } from './acknowledge'
import { enterRooms } from './enter-rooms'
import { leaveSeat } from './leave-seat'
import { limitChange } from './limits'
import type { Node } from './node'
import { on } from './on'
import type { RealtimeSocket } from './realtime-server'

const roomsPerCount = 10
const notOpen = () => new NotFound('This room is not here, or not open to you.')

export function handleRooms(node: Node, socket: RealtimeSocket) {
  on(node, socket, 'room:join', joinRoomInput, async (_actor, input) => {
    const joined = (await enterRooms(node, socket, [input])).get(input.roomId)
    if (!joined) throw notOpen()
    return joined
  })
  on(node, socket, 'rooms:join', joinRoomsInput, async (_actor, { rooms }) => {
    // One call is not the price of fifty.
    for (let at = roomsPerCount; at < rooms.length; at += roomsPerCount) node.limitOf(socket)()
    const entered = await enterRooms(node, socket, rooms)
    const answerFor = ({ roomId }: JoinRoomInput): RoomAmongMany => {
      const joined = entered.get(roomId)
      return joined
        ? { ok: true, roomId, ...joined }
        : { roomId, ...toFailure(notOpen(), node.log) }
    }
    return { rooms: rooms.map(answerFor) }
  })
  on(node, socket, 'room:leave', roomIdInput, async (_actor, { roomId }) => {
    leaveSeat(node, socket, roomId)
    return {}
  })
  on(node, socket, 'room:load', loadMessagesInput, loadMessages)
  on(node, socket, 'room:read', readRoomInput, async (actor, input) => {
    const { moved, shown, ...mark } = await readRoom(actor, input)
    if (moved) node.unread.person(input.roomId, actor.personId)
    if (moved && shown) node.reads.moved(input.roomId, actor.personId, mark.lastReadSeq)
    return mark
  })
  on(node, socket, 'room:mark-unread', messageIdInput, async (actor, input) => {
    await limitChange(actor.personId)
    const mark = await markUnread(actor, input)
    node.unread.person(input.roomId, actor.personId)
    return mark
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
