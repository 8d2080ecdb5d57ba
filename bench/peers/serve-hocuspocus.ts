import { Redis } from '@hocuspocus/extension-redis'
import { Server } from '@hocuspocus/server'

/** Hocuspocus as its documentation starts it: nothing is stored, everybody is let in. */
const redis = process.env.REDIS_URL ? new URL(process.env.REDIS_URL) : null
const server = new Server({
  port: 0,
  address: '127.0.0.1',
  quiet: true,
  extensions: redis ? [new Redis({ host: redis.hostname, port: Number(redis.port) })] : [],
})
await server.listen()
process.send?.({ port: server.address.port })
