import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'

/** Rooms in a dozen lines on bare ws: nothing is stored, everybody is let in. */
const rooms = new Map<string, Set<WebSocket>>()
const http = createServer()
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false })
sockets.on('connection', (socket) => {
  socket.on('message', (raw) => {
    const text = String(raw)
    const said = JSON.parse(text) as { join?: string; roomId: string }
    if (said.join === undefined) {
      for (const member of rooms.get(said.roomId) ?? []) member.send(text)
      return
    }
    const room = rooms.get(said.join) ?? new Set()
    rooms.set(said.join, room.add(socket))
    socket.send('{"joined":true}')
  })
})
http.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (http.address() as AddressInfo).port })
})
