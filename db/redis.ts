import { createClient } from 'redis'
import { env } from '@/env'

function connectTo(url: string) {
  return createClient({
    url,
    socket: {
      reconnectStrategy: (tries) => Math.min(50 * 2 ** tries, 1_000),
      connectTimeout: 2_000,
    },
    pingInterval: 10_000,
  })
}
export type Redis = ReturnType<typeof connectTo>

/**
 * A client that reconnects for ever and never throws at its owner: Redis may vanish at any moment,
 * and what it loses is fetched again from PostgreSQL.
 * @returns null when no REDIS_URL is set.
 */
export function openRedis(onError: (error: Error) => void): Redis | null {
  const url = env().REDIS_URL
  if (!url) return null
  const client = connectTo(url)
  client.on('error', onError)
  return client
}
