import { sql } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { browseInput } from '@/contracts/inputs'
import { saveSearchInput } from '@/contracts/searches'
import { db, pool } from '@/db/client'
import type { Actor } from '@/domain/actor'
import { browseProjects } from '@/domain/projects/browse-projects'
import { getProject } from '@/domain/projects/get-project'
import { listFeed } from '@/domain/projects/list-feed'
import { listSuggestions } from '@/domain/search/list-suggestions'
import { saveSearch } from '@/domain/searches/save-search'
import { tellSavedSearches } from '@/domain/searches/tell-saved-searches'
import { getHome } from '@/domain/teams/get-home'
import { listMyTeams } from '@/domain/teams/list-my-teams'
import { listRequests } from '@/domain/teams/list-requests'
import { createCatalogue } from '@/tests/support/catalogue'
import { createPerson } from '@/tests/support/factories'

const projects = 6000
let owner: Actor

beforeAll(async () => {
  await createCatalogue()
  owner = await createPerson()
  await db().execute(sql`
    insert into person (email, handle, name)
    select 'n' || n || '@example.com', 'n-' || n, 'Person ' || n from generate_series(1, 2000) n`)
  await db().execute(sql`
    insert into project (slug, title, pitch, description, status, hours_per_week, time_zone,
      window_start, window_end)
    select 'p-' || n, 'Project ' || md5(n::text), 'Pitch ' || n,
      'Words ' || md5((n * 7)::text) || case when n % 500 = 0 then ' rarity' else '' end,
      case n % 4 when 0 then 'completed' when 1 then 'in_progress' else 'open' end, 5, 'UTC', 0, 60
    from generate_series(1, ${projects}) n`)
  await db().execute(sql`
    insert into project_step (project_id, step_id)
    select id, case when slug like '%7' then 'testing' else 'internet' end from project`)
  await db().execute(sql`
    insert into opening (project_id, title, seats)
    select id, 'Developer', 3 from project cross join generate_series(1, 2)`)
  await db().execute(sql`
    insert into opening_skill (opening_id, skill_id)
    select o.id, s.id from opening o, skill s where s.slug = 'go'`)
  await db().execute(sql`
    insert into room (kind, project_id) select 'project', id from project`)
  await db().execute(sql`
    insert into membership (project_id, person_id, role)
    select p.id, case when p.slug in ('p-1', 'p-2') then ${owner.personId}::uuid else who.id end, 'owner'
    from project p
    join person who on who.handle = 'n-' || (1 + substr(p.slug, 3)::int % 2000)::text`)
  await db().execute(sql`
    insert into application (opening_id, project_id, person_id, message, expires_at)
    select o.id, o.project_id, who.id, 'Hello there.', now() + interval '14 days'
    from (select *, row_number() over (order by id) as n from opening) o
    join person who on who.handle = 'n-' || (1 + o.n % 1990)`)
  await db().execute(sql`vacuum analyze`)
})

/** What the database read in full: tables that `call` scanned from end to end, however large. */
async function scanned(call: () => Promise<unknown>) {
  const read = async () => {
    // A connection's counters reach the view when it reports: make every one of the pool do so now.
    const clients = await Promise.all(Array.from({ length: 10 }, () => pool().connect()))
    for (const client of clients) {
      await client.query('select pg_stat_force_next_flush()')
      client.release()
    }
    const { rows } = await db().execute<{ name: string; rows: number }>(sql`
      select relname as name, seq_tup_read::int as rows from pg_stat_user_tables`)
    return new Map(rows.map((row) => [row.name, row.rows]))
  }
  const before = await read()
  await call()
  const after = await read()
  const large = [
    'project',
    'opening',
    'opening_skill',
    'application',
    'membership',
    'person',
    'project_listing',
    'listing_facet',
    'room',
  ]
  return large.filter((name) => (after.get(name) ?? 0) - (before.get(name) ?? 0) > 1000)
}

it('measures full scans at all', async () => {
  const whole = () => db().execute(sql`select count(title || pitch) from project`)
  expect(await scanned(whole)).toEqual(['project'])
})

it('reads a project’s page, a board of requests and one’s own pages by index alone', async () => {
  expect(await scanned(() => getProject(owner, { slug: 'p-1' }))).toEqual([])
  expect(await scanned(() => listRequests(owner, { slug: 'p-1' }))).toEqual([])
  expect(await scanned(() => listMyTeams(owner))).toEqual([])
})

it('tells saved searches by index', async () => {
  await saveSearch(owner, saveSearchInput.parse({ name: 'Rare', filters: { q: 'rarity' } }))
  expect(await scanned(() => tellSavedSearches())).toEqual([])
})

it('finds the page of a list, its counts, a feed and suggestions by index', async () => {
  const browse = (input: object) => () => browseProjects(null, browseInput.parse(input))
  for (const input of [
    {},
    { sort: 'needed', stage: 'any' },
    { step: 'testing', skill: 'go' },
    { step: 'testing', sort: 'needed' },
    { skill: 'go', hours: 'more' },
    { q: 'rarity' },
    { q: 'nowhere' },
    { q: 'words', stage: 'any' },
  ])
    expect(await scanned(browse(input)), JSON.stringify(input)).toEqual([])
  expect(await scanned(() => listFeed(null, browseInput.parse({ q: 'rarity' })))).toEqual([])
  expect(await scanned(() => listSuggestions(null, { q: 'proj' }))).toEqual([])
  expect(await scanned(() => listSuggestions(null, { q: 'person 19' }))).toEqual([])
})

it('pages through everything under a filter once, in either order', async () => {
  await db().execute(sql`
    update opening set filled = 1 from project p where p.id = project_id and p.slug like '%1'`)
  const all = async (order: ReturnType<typeof sql>, facet: string) => {
    const { rows } = await db().execute<{ slug: string }>(sql`
      select p.slug from project_listing l join project p on p.id = l.project_id
      where ${facet} = any(l.facets) order by ${order}`)
    return rows.map((row) => row.slug)
  }
  for (const [input, order, facet] of [
    [{ step: 'testing' }, sql`l.project_id desc`, '~step:testing'],
    [
      { step: 'testing', sort: 'needed' },
      sql`l.free_seats desc, l.project_id desc`,
      '~step:testing',
    ],
    [{ stage: 'completed', skill: 'go' }, sql`l.project_id desc`, '~completed'],
  ] as const) {
    const seen: string[] = []
    for (let after: string | undefined, more = true; more; more = after !== undefined) {
      const asked = browseInput.parse({ stage: 'any', pages: 10, ...input, after })
      const page = await browseProjects(null, asked)
      seen.push(...page.projects.map((each) => each.slug))
      after = page.next ?? undefined
    }
    expect(seen).toEqual(await all(order, facet))
  }
})

it('counts few one by one, and many by a sample, and says which', async () => {
  const total = async (input: object) =>
    (await browseProjects(null, browseInput.parse({ stage: 'any', ...input }))).total
  expect(await total({ q: 'rarity' })).toEqual({ count: projects / 500, about: false })
  const many = await total({})
  expect(many.about).toBe(true)
  // The sample is of the ids, which differ from run to run: far outside of what chance makes of it.
  expect(many.count).toBeGreaterThan(projects / 2)
  expect(many.count).toBeLessThan(projects * 2)
})

it('answers home and browse with the right numbers at this size', async () => {
  const page = await browseProjects(null, browseInput.parse({ q: 'rarity', stage: 'any' }))
  expect([page.total.count, page.projects.length]).toEqual([projects / 500, projects / 500])
  const home = await getHome(owner)
  expect(home.matches.matches).toHaveLength(6)
})
