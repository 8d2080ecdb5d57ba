import { startNode } from '@/tests/support/realtime'
import { startWorker } from '../measure/child'
import type { ClientName } from './line'
import type { Stack } from './stack'

export type Running = {
  client: ClientName
  urls: string[]
  /** What CPU and memory are counted of, with all that they start. */
  pids: number[]
  end(): Promise<void>
}
export type Subject = { name: string; start(stack: Stack): Promise<Running | null> }

function peer(name: string, client: ClientName, file: string, nodes: number): Subject {
  return {
    name,
    async start({ redis }) {
      const shares = nodes > 1
      if (shares && !redis) return null
      const env = { NODE_ENV: 'production', REDIS_URL: shares && redis ? redis.url : '' }
      const workers = Array.from({ length: nodes }, () =>
        startWorker(`bench/peers/${file}`, { env, quiet: true }),
      )
      const ports = await Promise.all(workers.map((worker) => worker.hear<{ port: number }>()))
      return {
        client,
        urls: ports.map(({ port }) => `ws://127.0.0.1:${port}`),
        pids: [...workers.map(({ pid }) => pid), ...(shares && redis ? [redis.pid] : [])],
        end: async () => void (await Promise.all(workers.map((worker) => worker.end()))),
      }
    },
  }
}

function prajix(name: string, nodes: number): Subject {
  return {
    name,
    async start({ postgresPid, redis }) {
      const shares = nodes > 1
      if (shares && !redis) return null
      const program = ['--enable-source-maps', 'dist/realtime.js']
      const options = { program, ...(shares && redis ? { redisUrl: redis.url } : {}) }
      const started = await Promise.all(Array.from({ length: nodes }, () => startNode(options)))
      return {
        client: 'prajix',
        urls: started.map(({ url }) => url),
        pids: [
          postgresPid,
          ...started.map(({ child }) => child.pid ?? 0),
          ...(shares && redis ? [redis.pid] : []),
        ],
        end: async () => void (await Promise.all(started.map((node) => node.end('SIGKILL')))),
      }
    },
  }
}

export const hocuspocus = peer('Hocuspocus', 'hocuspocus', 'serve-hocuspocus.ts', 1)
export const hocuspocusTwice = peer(
  'Hocuspocus + Redis, two nodes',
  'hocuspocus',
  'serve-hocuspocus.ts',
  2,
)
export const yWebsocket = peer('@y/websocket-server', 'y-websocket', 'serve-y-websocket.ts', 1)
export const prajixOnce = prajix('Prajix', 1)
export const prajixTwice = prajix('Prajix + Redis, two nodes', 2)
export const subjects = [hocuspocus, yWebsocket, prajixOnce, hocuspocusTwice, prajixTwice]
