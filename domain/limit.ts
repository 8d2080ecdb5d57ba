import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible'
import { openRedis, type Redis } from '@/db/redis'
import { RateLimited } from './errors'

export type Limit = {
  /**
   * @param tries how many it counts for
   * @throws RateLimited with the milliseconds to wait, once the tries are used up.
   */
  take(key: string, tries?: number): Promise<void>
  /** Hands one try back: a success is not counted. */
  giveBack(key: string): Promise<void>
}

let redis: Redis | null | undefined

function sharedRedis(): Redis | null {
  if (redis === undefined) {
    redis = openRedis(() => {})
    // A failed connection is retried for ever; meanwhile each process counts for itself.
    redis?.connect().catch(() => {})
  }
  return redis
}

/** Ends the connection on which limits are shared; for a process that shuts down, and for tests. */
export async function closeLimits(): Promise<void> {
  const open = redis
  redis = undefined
  // Closing in order would wait for answers, for ever where Redis is cut off; nobody needs them any more.
  if (open?.isOpen) open.destroy()
}

/**
 * At most `tries` per key within `seconds`: counted in Redis for all nodes together, and in this
 * process's memory while there is none or it is away.
 */
export function limit(name: string, { tries, seconds }: { tries: number; seconds: number }): Limit {
  let made: { client: Redis | null; limiter: RateLimiterAbstract } | undefined
  const limiter = () => {
    const client = sharedRedis()
    if (!made || made.client !== client) {
      const common = { keyPrefix: `limit:${name}`, points: tries, duration: seconds }
      const alone = new RateLimiterMemory(common)
      const together = client
        ? new RateLimiterRedis({
            ...common,
            storeClient: client,
            useRedisPackage: true,
            // Otherwise a command waits in the client's queue until Redis is back.
            rejectIfRedisNotReady: true,
            insuranceLimiter: alone,
          })
        : alone
      made = { client, limiter: together }
    }
    return made.limiter
  }
  return {
    async take(key, tries = 1) {
      try {
        await limiter().consume(key, tries)
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal
        throw new RateLimited(refusal.msBeforeNext, tooManyTries(refusal.msBeforeNext))
      }
    },
    async giveBack(key) {
      await limiter().reward(key)
    },
  }
}

function tooManyTries(milliseconds: number) {
  const minutes = Math.ceil(milliseconds / 60_000)
  return `That was one try too many. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`
}
