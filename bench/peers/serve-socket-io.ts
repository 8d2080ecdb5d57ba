import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdapter } from '@socket.io/redis-adapter'
import { createClient } from 'redis'
import { Server } from 'socket.io'

/** Socket.IO as its documentation starts it, with its Redis adapter where there is a Redis. */
const http = createServer()
const io = new Server(http, { transports: ['websocket'], perMessageDeflate: false })
const url = process.env.REDIS_URL
if (url) {
  const publisher = createClient({ url })
  const subscriber = publisher.duplicate()
  await Promise.all([publisher.connect(), subscriber.connect()])
  io.adapter(createAdapter(publisher, subscriber))
}
io.on('connection', (socket) => {
  socket.on('join', async (roomId: string, joined: () => void) => {
    await socket.join(roomId)
    joined()
  })
  socket.on('message', (message: { roomId: string }) => {
    io.to(message.roomId).emit('message', message)
  })
})
http.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (http.address() as AddressInfo).port })
})
