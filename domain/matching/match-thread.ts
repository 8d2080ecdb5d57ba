import { parentPort } from 'node:worker_threads'
import pg from 'pg'
import { db } from '@/db/client'
import { env } from '@/env'
import type { OpeningFacts, PersonFacts } from './facts'
import type { Query } from './index/opening-index'
import { MatchKeeper } from './match-keeper'

/*
 * Runs beside a process: keeps both indexes and answers from them. Building them takes a while and much
 * parsing, and so does following a burst of changes; no page should wait for that.
 */

const pulse = 5_000
const pause = 500

export type MatchTask =
  | { task: 'openings'; person: PersonFacts; excluded: string[]; query: Query }
  | { task: 'people'; opening: OpeningFacts; excluded: string[]; query: Query }
  | { task: 'state' }
export type MatchState = { openings: number; people: number; bytes: number; builtInMs: number }

let keeper: MatchKeeper | undefined
let builtInMs = 0
let following: Promise<void> | undefined
let again = false

function answer(asked: MatchTask) {
  if (!keeper) throw new Error('The index is not built yet.')
  const { openings, people } = keeper
  if (asked.task === 'openings') return openings.search(asked.person, asked.excluded, asked.query)
  if (asked.task === 'people') return people.search(asked.opening, asked.excluded, asked.query)
  const bytes = openings.bytes + people.bytes
  return { openings: openings.living, people: people.living, bytes, builtInMs }
}

parentPort?.on('message', ({ id, ...asked }: MatchTask & { id: number }) => {
  try {
    parentPort?.postMessage({ id, result: answer(asked) })
  } catch (error) {
    parentPort?.postMessage({ id, error: String(error) })
  }
})

async function build() {
  const began = performance.now()
  // The old one answers until the new one is whole.
  keeper = await MatchKeeper.build(db())
  builtInMs = performance.now() - began
}

/** One look at the log at a time; who comes meanwhile causes one more. */
function follow(): Promise<void> {
  again = true
  following ??= (async () => {
    try {
      while (again) {
        again = false
        if (!keeper || !(await keeper.follow(db()))) await build()
      }
    } finally {
      following = undefined
    }
  })()
  return following
}

/** Follows when told to, and now and then unasked: what was said while nobody listened is in the log. */
async function listen() {
  const client = new pg.Client({
    connectionString: env().DATABASE_URL,
    connectionTimeoutMillis: pulse,
    query_timeout: pulse,
    keepAlive: true,
  })
  let timer: NodeJS.Timeout | undefined
  try {
    await client.connect()
    const lost = new Promise<void>((_, reject) => {
      const failed = (error: unknown) => reject(error)
      client.on('error', failed)
      client.on('end', () => failed(new Error('The connection ended.')))
      client.on('notification', () => follow().catch(failed))
      timer = setInterval(() => {
        client.query('select 1').catch(failed)
        follow().catch(failed)
      }, pulse)
    })
    lost.catch(() => {})
    await client.query('listen prajix_match')
    await follow()
    parentPort?.postMessage({ ready: true })
    await lost
  } finally {
    clearInterval(timer)
    client.end().catch(() => {})
  }
}

async function run() {
  for (;;) {
    await listen().catch(() => {})
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}
void run()
