import { type SQL, sql } from 'drizzle-orm'
import type { BrowseInput } from '@/contracts/inputs'
import { zonesNear } from './zones-near'

export type Filters = Pick<
  BrowseInput,
  'q' | 'step' | 'skill' | 'role' | 'hours' | 'seats' | 'near' | 'zone' | 'stage'
>
/** The parts of a filter that are counted, each under the others. */
export type Facet = 'step' | 'skill' | 'role' | 'hours' | 'seats' | 'stage'

const facetWords = (filters: Filters): Record<Facet, string[]> => ({
  step: filters.step.map((step) => `~step:${step}`),
  skill: filters.skill.map((skill) => `~skill:${skill}`),
  role: filters.role.map((role) => `~role:${role}`),
  hours: filters.hours.map((hours) => `~hours:${hours}`),
  seats: filters.seats ? [`~seats:${filters.seats}`] : [],
  stage: filters.stage === 'any' ? [] : [`~${filters.stage}`],
})

/** Of the facets that every match has, one that few projects have: what a list can be walked along. */
export function walkableFacet(filters: Filters): string | undefined {
  const words = facetWords(filters)
  for (const facet of ['skill', 'role', 'step'] as const)
    if (words[facet].length === 1) return words[facet][0]
  return undefined
}

const quoted = (word: string) => `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
// A NUL cannot travel to PostgreSQL in a text.
const wordsOf = ({ q }: Pick<Filters, 'q'>) => q.replaceAll('\u0000', '').trim()

/** Whether the facet narrows the list, so that its values are counted without it. */
export const isNarrowedBy = (filters: Filters, facet: Facet) =>
  facetWords(filters)[facet].length > 0

/** The words asked for, in any form; null when there are none. */
export function textQuery(filters: Pick<Filters, 'q'>): SQL | null {
  const words = wordsOf(filters)
  return words ? sql`websearch_to_tsquery('english', ${words})` : null
}

/**
 * The conditions of a list of projects, to be joined by `and` over `project_listing listing`. Words and
 * facets are one question to one index, which meets the rarest of them first.
 * @param hidden ids of projects that the viewer does not meet: domain/access/blocks.ts.
 * @param options.except leaves one facet out, to count its values under the other filters.
 * @param options.sample takes one project of so many.
 */
export function listingCondition(
  filters: Filters,
  hidden: string[],
  { except, sample }: { except?: Facet; sample?: 1 | 64 | 512 } = {},
): SQL {
  const all = facetWords(filters)
  const groups = Object.entries(all).flatMap(([facet, words]) =>
    facet === except || words.length === 0 ? [] : [words],
  )
  if (sample && sample > 1) groups.push([`~sample:${sample}`])
  const facets = groups.map((words) => `(${words.map(quoted).join(' | ')})`).join(' & ')
  const text = textQuery(filters)
  const conditions: SQL[] = []
  if (text && facets) conditions.push(sql`listing.search @@ (${text} && ${facets}::tsquery)`)
  else if (text) conditions.push(sql`listing.search @@ ${text}`)
  else if (facets) conditions.push(sql`listing.search @@ ${facets}::tsquery`)
  // Nothing but words like "the" would otherwise ask for everything.
  if (text) conditions.push(sql`numnode(${text}) > 0`)
  if (filters.near) {
    const zones = sql.param(zonesNear(filters.zone, filters.near))
    conditions.push(sql`listing.time_zone = any(${zones}::text[])`)
  }
  if (hidden.length > 0) conditions.push(sql`listing.project_id not in ${hidden}`)
  return conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`
}
