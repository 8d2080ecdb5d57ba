import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { type SQL, sql } from 'drizzle-orm'
import { closeDatabase, db } from '@/db/client'
import { isOneOf, loadPeople } from '@/domain/matching/load-people'
import { loadProjects, openingsOf } from '@/domain/matching/load-projects'
import { MatchKeeper } from '@/domain/matching/match-keeper'
import type { MatchState } from '@/domain/matching/match-thread'
import { weekOf } from '@/domain/matching/overlap'
import { loadRarity, refreshRarity } from '@/domain/matching/rarity'
import { scoreMatch } from '@/domain/matching/score-match'
import { startWorker } from '../measure/child'
import { percentile, round, table } from '../measure/numbers'
import { loadWorld } from './load'
import { startStack } from './stack'

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
  },
})
const [size, seed] = [Number(values.size), Number(values.seed)]
/** As many as the use-case asks the index for: enough to put in order by whose turn it is. */
const query = { limit: 40, week: weekOf(Date.now()) }
const say = (what: string) => console.error(`  ${what}`)

async function timed<T>(times: number[], work: () => T | Promise<T>): Promise<T> {
  const began = performance.now()
  const result = await work()
  times.push(performance.now() - began)
  return result
}

/** Ids spread evenly over a table. */
async function sample(name: 'person' | 'project', count: number): Promise<string[]> {
  const { rows } = await db().execute<{ id: string }>(sql`
    select id from (select id, row_number() over (order by id) as n from ${sql.identifier(name)}) each
    where n % ${Math.max(1, Math.floor(size / count))} = 0 limit ${count}`)
  return rows.map(({ id }) => id)
}

async function measureInProcess() {
  const keeper = await MatchKeeper.build(db())
  const persons = await loadPeople(db(), await sample('person', 400))
  const openings = (await loadProjects(db(), await sample('project', 200))).flatMap(openingsOf)
  // The first queries compile the code.
  for (const person of persons.slice(0, 50)) keeper.openings.search(person, [], query)
  for (const opening of openings.slice(0, 50)) keeper.people.search(opening, [], query)
  const [forPerson, forOpening]: [number[], number[]] = [[], []]
  const cpu: number[] = []
  for (const person of persons) {
    const before = process.cpuUsage()
    await timed(forPerson, () => keeper.openings.search(person, [], query))
    const { user, system } = process.cpuUsage(before)
    cpu.push((user + system) / 1_000)
  }
  for (const opening of openings)
    await timed(forOpening, () => keeper.people.search(opening, [], query))
  const index_mb = round((keeper.openings.bytes + keeper.people.bytes) / 1e6, 1)
  return {
    recall: await measureRecall(keeper, persons.slice(0, 60)),
    forPerson,
    cpu,
    forOpening,
    index_mb,
  }
}

/** Against scoring every opening there is; the scores of the ten, against the plain scorer on what is stored. */
async function measureRecall(keeper: MatchKeeper, persons: Awaited<ReturnType<typeof loadPeople>>) {
  const rarity = await loadRarity(db())
  let [right, wanted] = [0, 0]
  for (const person of persons) {
    const found = keeper.openings.search(person, [], query).slice(0, 10)
    const truth = keeper.openings.search(person, [], { ...query, exhaustive: true }).slice(0, 10)
    wanted += truth.length
    right += truth.filter(({ id }, at) => found[at]?.id === id).length
    const { rows } = await db().execute<{ id: string }>(sql`
      select project_id as id from opening where ${isOneOf(
        sql`id`,
        found.map(({ id }) => id),
      )}`)
    const facts = await loadProjects(
      db(),
      rows.map(({ id }) => id),
    )
    for (const opening of facts.flatMap(openingsOf)) {
      const match = found.find(({ id }) => id === opening.id)
      const { score } = scoreMatch(person, opening, { rarity, week: query.week })
      if (match && match.score !== score) throw new Error(`${match.score} is not ${score}`)
    }
  }
  return right / wanted
}

async function measureServer() {
  const server = startWorker('bench/match/serve.ts')
  try {
    const { port } = await server.hear<{ port: number }>()
    const get = async <T>(path: string) =>
      (await (await fetch(`http://127.0.0.1:${port}/${path}`)).json()) as T
    let state: MatchState | null = null
    while (!state) {
      await wait(100)
      state = await get<MatchState | null>('state')
    }
    const times: number[] = []
    const ids = await sample('person', 230)
    for (const id of ids.slice(0, 30)) await get(id)
    for (const id of ids.slice(30)) await timed(times, () => get(id))
    const lags: number[] = []
    const { rows } = await db().execute<{ id: string }>(sql`select id from opening limit 20`)
    for (const { id } of rows) {
      const before = (await get<MatchState>('state')).openings
      await db().execute(sql`update opening set status = 'on_hold' where id = ${id}`)
      await timed(lags, async () => {
        while ((await get<MatchState>('state')).openings === before) await wait(1)
      })
    }
    return { times, lags, builtInMs: state.builtInMs }
  } finally {
    await server.end()
  }
}

/** Ranks every project that shares a skill, as plain GIN overlap allows: by how many it shares. */
async function measureGin() {
  // Making a table of a million takes longer than a page may ask for.
  const free = (statement: SQL) =>
    db().transaction(async (tx) => {
      await tx.execute(sql`set local statement_timeout = 0`)
      await tx.execute(statement)
    })
  await free(sql`
    create table bench_gin as select o.project_id, array_agg(distinct s.slug) as skills
    from opening o join opening_skill os on os.opening_id = o.id join skill s on s.id = os.skill_id
    group by 1`)
  await free(sql`create index bench_gin_skills on bench_gin using gin (skills)`)
  await db().execute(sql`analyze bench_gin`)
  const times: number[] = []
  for (const { has } of await loadPeople(db(), await sample('person', 25))) {
    const slugs = sql.param(has.map(({ slug }) => slug))
    await timed(times, () =>
      db().execute(sql`
        select project_id from bench_gin where skills && ${slugs}::text[]
        order by (select count(*) from unnest(skills) each where each = any(${slugs}::text[])) desc,
          project_id limit 10`),
    )
  }
  return times
}

async function run() {
  say(`${size.toLocaleString('en')} projects and as many people are being made`)
  await loadWorld(process.env.DATABASE_URL ?? '', size, seed)
  await refreshRarity()
  say('in process')
  const inProcess = await measureInProcess()
  say('over HTTP')
  const server = await measureServer()
  say('plain GIN overlap')
  const gin = await measureGin()
  const figures = {
    recall_at_10: round(inProcess.recall, 4),
    p50_ms: round(percentile(inProcess.forPerson, 0.5)),
    p95_ms: round(percentile(inProcess.forPerson, 0.95)),
    cpu_p95_ms: round(percentile(inProcess.cpu, 0.95)),
    people_p95_ms: round(percentile(inProcess.forOpening, 0.95)),
    http_p95_ms: round(percentile(server.times, 0.95)),
    index_mb: inProcess.index_mb,
    rebuild_s: round(server.builtInMs / 1_000, 1),
    update_lag_ms: round(percentile(server.lags, 0.95)),
    gin_p95_ms: round(percentile(gin, 0.95)),
  }
  console.log(table(['figure', size.toLocaleString('en')], Object.entries(figures)))
  console.log(JSON.stringify({ bench: 'match', size, seed, figures }))
}

const stack = await startStack()
try {
  await run()
} finally {
  await closeDatabase()
  await stack.end()
}
process.exit()
