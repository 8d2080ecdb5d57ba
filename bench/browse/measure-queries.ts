import { sql } from 'drizzle-orm'
import type { BrowseInput } from '@/contracts/inputs'
import { db, type Transaction } from '@/db/client'
import { countFacets } from '@/domain/projects/count-facets'
import { planForLists } from '@/domain/projects/find-listed'
import { findPage } from '@/domain/projects/find-page'
import { loadProjectCards } from '@/domain/projects/load-project-cards'
import { listSuggestions } from '@/domain/search/list-suggestions'
import { median, percentile } from '../measure/numbers'
import { cpuOf } from '../measure/processes'
import type { Uses } from '../measure/write-plans'
import { openQuestions } from './questions'
import { openWorld } from './world'

/** `cpu`: milliseconds of PostgreSQL's processes per call. */
export type Measured = { p50: number; p99: number; cpu: number }

const readOnly = { isolationLevel: 'repeatable read', accessMode: 'read only' } as const

/** As browseProjects does it, without the counts, which are measured by themselves. */
const readPage = (input: BrowseInput) =>
  db().transaction(async (tx: Transaction) => {
    await planForLists(tx)
    const { ids, next } = await findPage(tx, input, [], 12)
    await loadProjectCards(tx, ids)
    return next
  }, readOnly)

/** Every real use, as the product runs it; what it is called and how to run it once. */
export async function openUses(): Promise<Uses> {
  const world = openWorld(2)
  const questions = openQuestions(world)
  const { rows } = await db().execute<{ count: number; ids: string[] }>(sql`
    select count(*)::int as count, array(
      select project_id from project_listing tablesample system (1) limit 500) as ids
    from project_listing`)
  const { count = 0, ids = [] } = rows[0] ?? {}
  return {
    keyset: () => {
      const input = questions.page()
      const key = input.sort === 'needed' ? world.below(9) : 0
      const from = ids.length > 0 ? `${input.sort}.${key}.${world.pick(ids)}` : undefined
      return readPage({ ...input, after: from })
    },
    search_rare: () => readPage(questions.rare()),
    search_two: () => readPage(questions.two()),
    search_common: () => readPage(questions.common()),
    suggest: () => listSuggestions(null, questions.suggest()),
    facets: () =>
      db().transaction(async (tx) => {
        await planForLists(tx)
        return countFacets(tx, questions.facets(), [])
      }, readOnly),
    /** The peer: what a list does that counts its pages. */
    offset: async () => {
      const depth = world.below(count)
      await db().execute(sql`select project_id from project_listing
        where search @@ '~open'::tsquery order by project_id desc offset ${depth} limit 12`)
    },
  }
}

async function time(call: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await call()
  return performance.now() - start
}

/** Medians of five rounds, in which every use has its turn. */
export async function measureQueries(
  postgresPid: number,
  quick: boolean,
): Promise<Record<string, Measured>> {
  const uses = Object.entries(await openUses())
  const rounds = new Map<string, Measured[]>()
  for (let round = 0; round < (quick ? 1 : 5); round++)
    for (const [name, call] of uses) {
      const peer = name === 'offset'
      const times: number[] = []
      // What the first calls wait for is the disk.
      for (let n = 0; n < (peer ? 2 : 20); n++) await call()
      const before = cpuOf([postgresPid])
      for (let n = 0; n < (peer ? 20 : 200); n++) times.push(await time(call))
      const cpu = (cpuOf([postgresPid]) - before) / times.length
      const measured = { p50: median(times), p99: percentile(times, 0.99), cpu }
      rounds.set(name, [...(rounds.get(name) ?? []), measured])
    }
  return Object.fromEntries(
    [...rounds].map(([name, all]) => [
      name,
      {
        p50: median(all.map(({ p50 }) => p50)),
        p99: median(all.map(({ p99 }) => p99)),
        cpu: median(all.map(({ cpu }) => cpu)),
      },
    ]),
  )
}
