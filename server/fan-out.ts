import type { RealtimeServer } from './realtime-server'

/**
 * A text as one WebSocket frame of the server's (RFC 6455: final, text, no mask), head and body in one buffer:
 * the library would hand each socket two, and the call that gathers them is most of what a delivery costs.
 */
export function toFrame(text: string): Buffer {
  const length = Buffer.byteLength(text)
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafe(head + length)
  frame[0] = 0x81
  if (head === 2) frame[1] = length
  else if (head === 4) {
    frame[1] = 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 127
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  frame.write(text, head)
  return frame
}

/**
 * Sends one event to this node's sockets in a channel, encoded once for all of them.
 * @param event name and payload as the JSON of an array
 */
export function fanOut(io: RealtimeServer, channelName: string, event: string) {
  const { adapter, sockets } = io.of('/')
  const members = adapter.rooms.get(channelName)
  if (!members) return
  // Socket.IO's event for the main namespace; Engine.IO's own digit comes before it on the wire.
  const packet = `2${event}`
  const options = { compress: false, wsPreEncodedFrame: [toFrame(`4${packet}`)] }
  for (const id of members) sockets.get(id)?.conn.write(packet, options)
}
