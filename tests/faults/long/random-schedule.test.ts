import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { closeDatabase } from '@/db/client'
import {
  type Cluster,
  gather,
  judge,
  type MortalRedis,
  moreAcks,
  startCluster,
  startMortalRedis,
} from '../../support/cluster'
import { type Member, talk } from '../../support/member'
import { type MortalPostgres, startMortalPostgres } from '../../support/mortal-postgres'
import { seeded } from '../../support/random'

/*
 * Two nodes, a Redis and a PostgreSQL, and people who talk throughout, while one thing after the other happens to
 * them that a seed decides. After each the whole history is judged.
 */
const hasRedis = inject('redisUrl') !== undefined
const seed = Number(process.env.PRAJIX_FAULTS_SEED ?? 1)
const minutes = Number(process.env.PRAJIX_FAULTS_MINUTES ?? 2)

let redis: MortalRedis
let postgres: MortalPostgres
let cluster: Cluster
let members: Member[] = []
beforeAll(async () => {
  if (!hasRedis) return
  postgres = await startMortalPostgres()
  process.env.DATABASE_URL = postgres.url
  redis = await startMortalRedis()
  cluster = await startCluster({ redisUrl: redis.url })
})
afterAll(async () => {
  for (const member of members) member.close()
  await cluster?.end()
  await closeDatabase()
  redis?.end()
  await postgres?.end()
})

type Step = { name: string; at: number; milliseconds: number }
type Fault = {
  /** How likely, beside the others. */
  weight: number
  begin(at: number): unknown
  end?(at: number): unknown
}
/** What can happen, each by its name; `at` is a node, or whom it concerns. */
const faults: Record<string, Fault> = {
  'a node is killed': {
    weight: 3,
    begin: (at) => cluster.place(at % 2).end('SIGKILL'),
    end: () => cluster.startMissing(),
  },
  'a node is asked to end': {
    weight: 2,
    begin: (at) => cluster.place(at % 2).end('SIGTERM'),
    end: () => cluster.startMissing(),
  },
  'Redis is killed': { weight: 2, begin: () => redis.kill(), end: () => redis.start() },
  'Redis is frozen': { weight: 1, begin: () => redis.freeze(), end: () => redis.thaw() },
  'Redis is wiped': { weight: 1, begin: () => redis.wipe() },
  'PostgreSQL is stopped': { weight: 1, begin: () => postgres.stop(), end: () => postgres.start() },
  'PostgreSQL is killed': { weight: 2, begin: () => postgres.kill(), end: () => postgres.start() },
  'node and Redis are cut apart': {
    weight: 2,
    begin: (at) => cluster.place(at % 2).toRedis?.cut(),
  },
  'node and Redis hear nothing of each other': {
    weight: 2,
    begin: (at) => cluster.place(at % 2).toRedis?.hold(ways[at % 3] ?? 'both'),
  },
  'node and PostgreSQL are cut apart': {
    weight: 2,
    begin: (at) => cluster.place(at % 2).toDatabase.cut(),
  },
  'node and PostgreSQL hear nothing of each other': {
    weight: 2,
    begin: (at) => cluster.place(at % 2).toDatabase.hold(ways[at % 3] ?? 'both'),
  },
  'browsers are cut off': { weight: 2, begin: (at) => doorOf(at).cut() },
  'browsers hear nothing': { weight: 2, begin: (at) => doorOf(at).hold(ways[at % 3] ?? 'both') },
  'browsers are reset': { weight: 2, begin: (at) => doorOf(at).reset() },
  'everything is slow': {
    weight: 1,
    begin: (at) => {
      for (const place of cluster.places) place.toDatabase.delay(5 + at)
      doorOf(at).delay(50)
    },
  },
  'a page is reloaded': {
    weight: 2,
    begin: (at) => members[at % members.length]?.reload(),
  },
}
const ways = ['both', 'up', 'down'] as const
let doors: Awaited<ReturnType<Cluster['door']>>[] = []
function doorOf(at: number) {
  const door = doors[at % doors.length]
  if (!door) throw new Error('no door')
  return door.proxy
}

/** The same for the same seed, whatever the machine makes of it. */
function* schedule(): Generator<Step, never> {
  const random = seeded(seed)
  const all = Object.entries(faults).flatMap(([name, { weight }]) =>
    Array.from({ length: weight }, () => name),
  )
  for (;;) {
    const name = all[Math.floor(random() * all.length)] ?? ''
    const at = Math.floor(random() * 12)
    yield { name, at, milliseconds: Math.round(300 + 3_700 * random() ** 2) }
  }
}

describe.skipIf(!hasRedis)('a random schedule of faults', () => {
  it(`keeps every promise of the history (seed ${seed})`, {
    timeout: minutes * 60_000 + 240_000,
  }, async () => {
    const room = await gather(cluster, 6)
    members = room.members
    doors = room.doors
    const end = performance.now() + minutes * 60_000
    const happened: Step[] = []
    for (const step of schedule()) {
      if (performance.now() > end) break
      happened.push(step)
      try {
        const { history, roomId } = room
        const stop = talk(members, 4)
        const fault = faults[step.name]
        await moreAcks(history, 6)
        await fault?.begin(step.at)
        await new Promise((resolve) => setTimeout(resolve, step.milliseconds))
        await fault?.end?.(step.at)
        cluster.heal()
        const healedAt = history.now()
        await moreAcks(history, 6)
        stop()
        const wrong = await judge(roomId, history, members, healedAt)
        if (wrong.length > 0) throw new Error(wrong.slice(0, 20).join('\n'))
      } catch (error) {
        const told = happened.map(
          ({ name, at, milliseconds }) => `${name} (${at}) for ${milliseconds} ms`,
        )
        const message = error instanceof Error ? error.message : String(error)
        throw new Error(
          `${message}\nAgain: npm run test:faults -- --seed ${seed} --minutes ${minutes}\nWhat happened:\n${told.join('\n')}`,
          { cause: error },
        )
      }
    }
    expect(happened.length).toBeGreaterThan(0)
  })
})
