import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { openRedis, type Redis } from '@/db/redis'

export type Readiness = {
  ready: boolean
  database: 'ok' | 'failed'
  /** `off` when no REDIS_URL is set: then nothing needs it. */
  redis: 'ok' | 'failed' | 'off'
}

/** A balancer asks every few seconds: a slow answer is as bad as none. Milliseconds. */
const deadline = 2_000

// Next reloads modules in development; the connection must outlive them.
const held = globalThis as { prajixReadinessRedis?: Promise<Redis | null> }

function redis(): Promise<Redis | null> {
  held.prajixReadinessRedis ??= (async () => {
    const client = openRedis(() => {})
    await client?.connect()
    return client
  })()
  return held.prajixReadinessRedis
}

async function inTime(work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), deadline)
  })
  try {
    return await Promise.race([work.then(() => true), late])
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}

/** Asks the database and Redis for a sign of life; never throws, and takes two seconds at most. */
export async function checkReadiness(): Promise<Readiness> {
  const pingRedis = async () => {
    const client = await redis()
    if (!client) return 'off' as const
    // A ping would wait in the queue until Redis is back, and the next ones behind it.
    if (!client.isReady) throw new Error('not connected')
    await client.ping()
    return 'ok' as const
  }
  const asked = pingRedis()
  const [database, answered] = await Promise.all([
    inTime(db().execute(sql`select 1`)),
    inTime(asked),
  ])
  const state = answered ? await asked : 'failed'
  return {
    ready: database && state !== 'failed',
    database: database ? 'ok' : 'failed',
    redis: state,
  }
}
