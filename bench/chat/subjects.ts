import { pathToFileURL } from 'node:url'
import { startNode } from '@/tests/support/realtime'
import { startWorker } from '../measure/child'
import type { Stack } from '../pair/stack'
import type { WireName } from './wire'

export type Running = {
  wire: WireName
  urls: string[]
  /** The server processes themselves. */
  nodes: number[]
  /** What CPU is counted of, with all that they start. */
  pids: number[]
  end(): Promise<void>
}
export type Subject = {
  name: string
  stores: boolean
  start(stack: Stack): Promise<Running | null>
}

/** Lets the bench ask every server, ours and theirs, to throw its garbage away before memory is read. */
const collectable = `--import=${pathToFileURL('bench/measure/collect-when-told.js')}`

function peer(name: string, wire: WireName, file: string, nodes: number): Subject {
  return {
    name,
    stores: false,
    async start({ redis }) {
      const shares = nodes > 1
      if (shares && !redis) return null
      const env = {
        NODE_ENV: 'production',
        NODE_OPTIONS: collectable,
        REDIS_URL: shares && redis ? redis.url : '',
      }
      const workers = Array.from({ length: nodes }, () =>
        startWorker(`bench/peers/${file}`, { env, quiet: true }),
      )
      const ports = await Promise.all(workers.map((worker) => worker.hear<{ port: number }>()))
      const pids = workers.map(({ pid }) => pid)
      return {
        wire,
        urls: ports.map(({ port }) => `http://127.0.0.1:${port}`),
        nodes: pids,
        pids: [...pids, ...(shares && redis ? [redis.pid] : [])],
        end: async () => void (await Promise.all(workers.map((worker) => worker.end()))),
      }
    },
  }
}

function prajix(name: string, nodes: number): Subject {
  return {
    name,
    stores: true,
    async start({ postgresPid, redis }) {
      const shares = nodes > 1
      if (shares && !redis) return null
      const program = ['--enable-source-maps', collectable, 'dist/realtime.js']
      const options = { program, ...(shares && redis ? { redisUrl: redis.url } : {}) }
      const started = await Promise.all(Array.from({ length: nodes }, () => startNode(options)))
      const pids = started.map(({ child }) => child.pid ?? 0)
      return {
        wire: 'prajix',
        urls: started.map(({ url }) => url),
        nodes: pids,
        pids: [postgresPid, ...pids, ...(shares && redis ? [redis.pid] : [])],
        end: async () => void (await Promise.all(started.map((node) => node.end('SIGKILL')))),
      }
    },
  }
}

export const ws = peer('bare ws', 'ws', 'serve-ws.ts', 1)
export const socketIo = peer('bare socket.io', 'socket.io', 'serve-socket-io.ts', 1)
export const socketIoTwice = peer(
  'socket.io + redis, two nodes',
  'socket.io',
  'serve-socket-io.ts',
  2,
)
export const prajixOnce = prajix('Prajix', 1)
export const prajixTwice = prajix('Prajix + Redis, two nodes', 2)
export const subjects = [ws, socketIo, prajixOnce, socketIoTwice, prajixTwice]
