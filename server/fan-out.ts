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

/** Of a connection: what waits to be sent, and the WebSocket library's own way to the network. */
type Wire = {
  readyState: string
  writeBuffer: unknown[]
  transport: { socket?: { _sender?: { sendFrame?(frames: Buffer[]): void } } }
}

/**
 * Sends one event to this node's sockets in a channel, encoded once for all of them. It goes to the network
 * past what Socket.IO keeps for each packet, which is a third of what a delivery costs; behind what waits there.
 * @param event name and payload as the JSON of an array
 */
export function fanOut(io: RealtimeServer, channelName: string, event: string) {
  const { adapter, sockets } = io.of('/')
  const members = adapter.rooms.get(channelName)
  if (!members) return
  // Socket.IO's event for the main namespace; Engine.IO's own digit comes before it on the wire.
  const packet = `2${event}`
  const frames = [toFrame(`4${packet}`)]
  const options = { compress: false, wsPreEncodedFrame: frames }
  for (const id of members) {
    const conn = sockets.get(id)?.conn
    if (!conn) continue
    const { readyState, writeBuffer, transport } = conn as unknown as Wire
    const sender = transport.socket?._sender
    if (sender?.sendFrame && writeBuffer.length === 0 && readyState === 'open')
      sender.sendFrame(frames)
    else conn.write(packet, options)
  }
}
