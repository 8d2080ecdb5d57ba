import { randomUUID } from 'node:crypto'
import { createClient } from 'redis'
import { afterEach, describe, expect, inject, it, vi } from 'vitest'
import type { RateLimited } from '@/domain/errors'

const redisUrl = inject('redisUrl')

/** The module as another process would load it: counters of its own, and its own environment. */
async function freshProcess(url: string | undefined) {
  vi.resetModules()
  vi.stubEnv('REDIS_URL', url)
  const made = await import('@/domain/limit')
  running.push(made)
  return made
}
const running: { closeLimits(): Promise<void> }[] = []
afterEach(async () => {
  vi.unstubAllEnvs()
  for (const each of running.splice(0)) await each.closeLimits()
})
const name = () => `test-${randomUUID()}`
const rules = { tries: 2, seconds: 60 }
const refusal = async (run: Promise<void>) => run.then(() => null).catch((error: Error) => error)

describe('without Redis', () => {
  it('refuses after the last try, says how long to wait, and keeps keys apart', async () => {
    const { limit } = await freshProcess(undefined)
    const one = limit(name(), rules)
    await one.take('a')
    await one.take('a')
    const refused = (await refusal(one.take('a'))) as RateLimited
    expect(refused.name).toBe('RateLimited')
    expect(refused.retryAfter).toBeGreaterThan(0)
    expect(refused.retryAfter).toBeLessThanOrEqual(60_000)
    await one.take('b')
  })

  it('takes a try back', async () => {
    const { limit } = await freshProcess(undefined)
    const one = limit(name(), rules)
    for (let turn = 0; turn < 5; turn++) {
      await one.take('a')
      await one.giveBack('a')
    }
  })
})

describe.skipIf(!redisUrl)('with Redis', () => {
  /** Waits until the process's client is connected: before that it counts for itself. */
  async function counted(key: string, take: () => Promise<void>) {
    const client = createClient({ url: redisUrl })
    await client.connect()
    try {
      await vi.waitFor(async () => {
        await take()
        expect(await client.exists(key)).toBe(1)
      })
    } finally {
      await client.close()
    }
  }

  it('counts for all nodes together', async () => {
    const shared = name()
    const nodes = [await freshProcess(redisUrl), await freshProcess(redisUrl)]
    const limits = nodes.map(({ limit }) => limit(shared, rules))
    for (const [at, node] of nodes.entries()) {
      const warm = node.limit(`${shared}-warm`, { tries: 1_000, seconds: 60 })
      await counted(`limit:${shared}-warm:${at}`, () => warm.take(String(at)))
    }
    await limits[0]?.take('a')
    await limits[1]?.take('a')
    for (const each of limits) expect(await refusal(each.take('a'))).toHaveProperty('retryAfter')
  })
})

it('still counts, in its own memory, while Redis cannot be reached', async () => {
  const { limit } = await freshProcess('redis://127.0.0.1:1')
  const one = limit(name(), rules)
  await one.take('a')
  await one.take('a')
  expect(await refusal(one.take('a'))).toHaveProperty('name', 'RateLimited')
})
