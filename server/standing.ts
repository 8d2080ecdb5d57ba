import { channel } from '@/contracts/realtime'
import { db } from '@/db/client'
import { canWrite, loadSeat } from '@/domain/access/rooms'
import type { Seat } from '@/domain/rooms/find-lost-seats'
import type { Node } from './node'
import type { RealtimeServer, RealtimeSocket } from './realtime-server'

/*
 * Hints, such as that somebody types, are stored nowhere, so no statement asks whether their person may write.
 * It is asked here once per socket and room, and again when a notice says that it changed.
 */
const known = new WeakMap<RealtimeSocket, Map<string, Promise<boolean>>>()
/** A mute may also end by itself. */
const trusted = 10_000

/** Whether this socket's person may show others in the room that they write, at this moment. */
export function mayHint(socket: RealtimeSocket, roomId: string): Promise<boolean> {
  const rooms = known.get(socket) ?? new Map<string, Promise<boolean>>()
  known.set(socket, rooms)
  const answer = rooms.get(roomId)
  if (answer) return answer
  const asked = loadSeat(db(), socket.data.actor, roomId).then(canWrite, () => false)
  rooms.set(roomId, asked)
  void asked.then((may) => {
    if (!may) setTimeout(() => rooms.delete(roomId), trusted).unref()
  })
  return asked
}

/** A person was muted, or may write again: their sockets in the room on this node ask anew. */
export function standingChanged({ io }: Pick<Node, 'io'>, { roomId, personId }: Seat) {
  const name = channel.seat(roomId, personId)
  for (const socketId of io.of('/').adapter.rooms.get(name) ?? []) {
    const socket = io.of('/').sockets.get(socketId)
    if (!socket) continue
    known.get(socket)?.delete(roomId)
    socket.emit('seat:changed', { roomId })
  }
}

/** Notices were missed: whatever is remembered may be wrong. */
export function forgetStandings(io: RealtimeServer) {
  for (const socket of io.of('/').sockets.values()) known.delete(socket)
}
