import { roomIdInput } from '@/contracts/inputs'
import { channel } from '@/contracts/realtime'
import type { Node } from './node'
import type { RealtimeSocket } from './realtime-server'
import { mayHint } from './standing'

/** One person's typing is told to a room at most once in this time. */
const every = 1_000

/** Ephemeral: no answer, no storage, and dropped where the network is busy. */
export function handleTyping(node: Node, socket: RealtimeSocket) {
  let last = Number.NEGATIVE_INFINITY
  const tell = async (roomId: string) => {
    if (!(await mayHint(socket, roomId)) || !socket.rooms.has(channel.room(roomId))) return
    const { personId, name } = socket.data.actor
    socket.to(channel.room(roomId)).volatile.emit('typing:started', { roomId, personId, name })
  }
  socket.on('typing:start', (input) => {
    if (performance.now() - last < every) return
    const parsed = roomIdInput.safeParse(input)
    if (!parsed.success) return
    const { roomId } = parsed.data
    // Being in the live room is the permission: joining checked it, and a removal ends it.
    if (!socket.rooms.has(channel.room(roomId))) return
    last = performance.now()
    node.track(tell(roomId))
  })
}
