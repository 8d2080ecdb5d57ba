import { channel } from '@/contracts/realtime'
import type { Seat } from '@/domain/rooms/find-lost-seats'
import type { Node } from './node'
import { closeDocuments } from './open-documents'
import type { RealtimeSocket } from './realtime-server'

/** Takes a socket out of a room; nothing of the room reaches it any more. */
export function leaveSeat(
  { presence }: Pick<Node, 'presence'>,
  socket: RealtimeSocket,
  roomId: string,
) {
  const { personId } = socket.data.actor
  closeDocuments(socket, roomId)
  void socket.leave(channel.room(roomId))
  void socket.leave(channel.seat(roomId, personId))
  presence.leave(roomId, personId, socket.id)
}

/** The person may not be in the room any more: their sockets on this node are told, and leave. */
export function closeSeat(node: Pick<Node, 'io' | 'presence'>, { roomId, personId }: Seat) {
  const name = channel.seat(roomId, personId)
  for (const socketId of [...(node.io.of('/').adapter.rooms.get(name) ?? [])]) {
    const socket = node.io.of('/').sockets.get(socketId)
    if (!socket) continue
    leaveSeat(node, socket, roomId)
    socket.emit('room:closed', { roomId })
  }
}
