import { sql } from 'drizzle-orm'
import type { BrowseInput } from '@/contracts/inputs'
import type { BrowseFacets, Count, SkillRef, StepRef } from '@/contracts/views'
import { hourBuckets } from '@/contracts/vocabulary'
import type { Queryable } from '@/db/client'
import { type Facet, isNarrowedBy, listingCondition } from './listing-condition'

const shownSkills = 30
const shownRoles = 12
/** A sample that has fewer than this is too small to tell: 32 are right within a sixth, mostly. */
const enough = 32
/** Tables with fewer rows are counted at once. */
const few = 5_000

type Counts = { total: Count; of(word: string): Count; valuesOf(facet: string): string[] }

/**
 * All facets of the projects under a condition. Counted one by one when they are few; else every 512th or
 * every 64th project is, which costs the same however many there are, and says so.
 */
async function countUnder(
  q: Queryable,
  input: BrowseInput,
  hidden: string[],
  size: number,
  except?: Facet,
): Promise<Counts> {
  const samples = size < few ? ([1] as const) : ([512, 64, 1] as const)
  for (const sample of samples) {
    const { rows } = await q.execute<{ word: string | null; n: number }>(sql`
      with found as materialized (
        select listing.facets from project_listing listing
        where ${listingCondition(input, hidden, { except, sample })})
      select null as word, count(*)::int as n from found
      union all
      select word, count(*)::int from found, unnest(found.facets) as word
      where word not like '~sample:%' group by word`)
    const counts = new Map(rows.map(({ word, n }) => [word, n * sample]))
    const total = counts.get(null) ?? 0
    if (sample > 1 && total < enough * sample) continue
    return {
      total: { count: total, about: sample > 1 },
      of: (word) => ({ count: counts.get(word) ?? 0, about: sample > 1 }),
      valuesOf: (facet) =>
        [...counts]
          .flatMap(([word, n]) => (word?.startsWith(`~${facet}:`) ? [{ word, n }] : []))
          .sort((one, other) => other.n - one.n || (one.word < other.word ? -1 : 1))
          .map(({ word }) => word.slice(facet.length + 2)),
    }
  }
  throw new Error('The last of the samples is everything.')
}

/** How many projects each value of a facet would show under the other filters. */
export async function countFacets(
  q: Queryable,
  input: BrowseInput,
  hidden: string[],
): Promise<BrowseFacets> {
  const { rows } = await q.execute<{ size: number }>(sql`
    select reltuples::int as size from pg_class where oid = 'project_listing'::regclass`)
  const size = rows[0]?.size ?? 0
  const whole = await countUnder(q, input, hidden, size)
  // What is not narrowed by a facet is the same without it.
  const under = async (facet: Facet) =>
    isNarrowedBy(input, facet) ? countUnder(q, input, hidden, size, facet) : whole
  const [bySteps, bySkills] = [await under('step'), await under('skill')]
  const [byRoles, byHours] = [await under('role'), await under('hours')]
  const [bySeats, byStages] = [await under('seats'), await under('stage')]

  const slugs = [...new Set([...input.skill, ...bySkills.valuesOf('skill')])].slice(0, shownSkills)
  const steps = await q.execute<StepRef>(sql`
    select id, position, title, line from step order by roadmap_id, position`)
  const named = await q.execute<SkillRef>(sql`
    select slug, name from skill where slug = any(${sql.param(slugs)}::text[])`)
  const names = new Map(named.rows.map(({ slug, name }) => [slug, name]))
  const roles = [...new Set([...input.role, ...byRoles.valuesOf('role')])].slice(0, shownRoles)
  // Counted in lower case, shown as some team writes it.
  const written = await q.execute<{ role: string; name: string }>(sql`
    select role, coalesce((select title from opening where lower(title) = role limit 1), role) as name
    from unnest(${sql.param(roles)}::text[]) with ordinality as r(role, place) order by place`)
  return {
    total: whole.total,
    steps: steps.rows.map((step) => ({ ...step, ...bySteps.of(`~step:${step.id}`) })),
    skills: slugs.flatMap((slug) => {
      const name = names.get(slug)
      return name ? [{ slug, name, ...bySkills.of(`~skill:${slug}`) }] : []
    }),
    roles: written.rows.map((each) => ({ ...each, ...byRoles.of(`~role:${each.role}`) })),
    hours: hourBuckets.map((hours) => ({ hours, ...byHours.of(`~hours:${hours}`) })),
    seats: ([2, 3] as const).map((seats) => ({ seats, ...bySeats.of(`~seats:${seats}`) })),
    stages: (['open', 'in_progress', 'completed'] as const).map((stage) => ({
      stage,
      ...byStages.of(`~${stage}`),
    })),
  }
}
