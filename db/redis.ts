import { createClient } from 'redis'
import { env } from '@/env'

/** Milliseconds between two questions, and how long an answer may take. */
const pulse = 5_000
const patience = 4_000

function connectTo(url: string, silence: number) {
  return createClient({
    url,
    socket: {
      reconnectStrategy: (tries) => Math.min(50 * 2 ** tries, 1_000),
      connectTimeout: 2_000,
      ...(silence > 0 ? { socketTimeout: silence } : {}),
    },
  })
}
export type Redis = ReturnType<typeof connectTo>

/**
 * A client that reconnects for ever and never throws at its owner: Redis may vanish at any moment,
 * and what it loses is fetched again from PostgreSQL.
 * @param silence for a client that only listens: how many milliseconds without a word mean that it is cut off
 * @returns null when no REDIS_URL is set.
 */
export function openRedis(onError: (error: Error) => void, silence = 0): Redis | null {
  const url = env().REDIS_URL
  if (!url) return null
  const client = connectTo(url, silence)
  client.on('error', onError)
  // A question would count as a word of its own, and a new connection would lose what is subscribed to.
  if (silence === 0) client.once('ready', () => watch(client, onError))
  return client
}

/**
 * A connection cut in the middle stays open and silent, and the library would wait for ever; a question finds
 * out. Ends when its owner has closed the client.
 */
function watch(client: Redis, onError: (error: Error) => void) {
  const timer = setInterval(async () => {
    if (!client.isOpen) return clearInterval(timer)
    if (!client.isReady) return
    const late = setTimeout(() => {
      if (!client.isOpen) return
      client.destroy()
      client.connect().catch(onError)
    }, patience)
    await client.ping().catch(() => {})
    clearTimeout(late)
  }, pulse)
  timer.unref()
}
