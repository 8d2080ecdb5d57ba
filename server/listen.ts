import pg from 'pg'
import type { Logger } from 'pino'
import { dropIdleConnections } from '@/db/client'
import { type Notice, notice, notifyChannel } from '@/domain/publish'
import { env } from '@/env'

const pause = 200
const pulse = 5_000

/**
 * Hears what PostgreSQL carries to every node, on a connection of its own that comes back for ever.
 * @param onReady after each (re)connect: what was said meanwhile has to be looked up
 * @returns stops listening
 */
export function listenForNotices(
  log: Logger,
  onNotice: (heard: Notice) => void,
  onReady: () => void,
): () => void {
  let stopped = false
  let lose: (() => void) | undefined

  async function listenOnce() {
    const client = new pg.Client({
      connectionString: env().DATABASE_URL,
      connectionTimeoutMillis: 5_000,
      query_timeout: pulse,
      keepAlive: true,
    })
    const lost = new Promise<void>((resolve) => {
      lose = resolve
      client.on('end', resolve)
      client.on('error', () => resolve())
    })
    let timer: NodeJS.Timeout | undefined
    try {
      await client.connect()
      client.on('notification', ({ payload }) => {
        const parsed = notice.safeParse(parse(payload))
        if (parsed.success) onNotice(parsed.data)
        else log.warn('a notice could not be understood')
      })
      await client.query(`listen ${notifyChannel}`)
      onReady()
      // A connection cut in the middle stays silent; a question finds out.
      timer = setInterval(() => client.query('select 1').catch(() => lose?.()), pulse)
      await lost
    } finally {
      clearInterval(timer)
      // What cut this one off has cut off the others.
      dropIdleConnections()
      client.end().catch(() => {})
    }
  }
  const run = async () => {
    while (!stopped) {
      try {
        await listenOnce()
      } catch (error) {
        log.warn({ err: error }, 'the database cannot be listened to')
      }
      if (!stopped) await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
  void run()
  return () => {
    stopped = true
    lose?.()
  }
}

function parse(payload: string | undefined): unknown {
  try {
    return JSON.parse(payload ?? '')
  } catch {
    return null
  }
}
