import { type SQL, sql } from 'drizzle-orm'
import type { BrowseInput } from '@/contracts/inputs'
import { publicStatuses } from './project-status'

/** Below this much likeness of words a title does not count as the same word mistyped. */
export const typoThreshold = 0.45

/** Seats that somebody could take now. Correlated to `project`. */
export const freeSeats = sql<number>`(
  select coalesce(sum(o.seats - o.filled), 0)::int from opening o
  where o.project_id = project.id and o.status = 'open')`

/** The roadmap counts the same: domain/roadmap/open-projects.ts. */
const joinable = sql`project.status in ('open', 'in_progress') and project.accepting_members and exists (
  select from opening o
  where o.project_id = project.id and o.status = 'open' and o.filled < o.seats)`

/** One condition per stage that a filter offers; none of them shows drafts or archived projects. */
export const stageConditions: Record<BrowseInput['stage'], SQL> = {
  open: joinable,
  in_progress: sql`project.status = 'in_progress'`,
  completed: sql`project.status = 'completed'`,
  any: sql`project.status in ${publicStatuses}`,
}

export type Facet = 'step' | 'skill' | 'stage'

/** The words, or a title that is like them (`tidewach` finds Tidewatch). */
const textCondition = (q: string) => sql`(
  project.search @@ websearch_to_tsquery('english', ${q}) or ${q} <% project.title)`

const stepCondition = (steps: string[]) => sql`exists (
  select from project_step ps where ps.project_id = project.id and ps.step_id in ${steps})`

const skillCondition = (skills: string[]) => sql`exists (
  select from opening o
  join opening_skill os on os.opening_id = o.id
  join skill s on s.id = os.skill_id
  where o.project_id = project.id and o.status in ('open', 'filled') and s.slug in ${skills})`

const notOwnedBy = (people: string[]) => sql`not exists (
  select from membership m
  where m.project_id = project.id and m.role = 'owner' and m.person_id in ${people}
    and m.status in ('active', 'inactive', 'completed'))`

/**
 * The conditions of a list of projects, to be joined by `and` over a table named `project`.
 * @param hidden people whose projects the viewer does not meet, for a block stands between them.
 * @param except leaves one facet out, to count its values under the other filters.
 */
export function projectFilters(
  input: Pick<BrowseInput, 'q' | 'step' | 'skill' | 'stage'>,
  hidden: string[],
  except?: Facet,
): SQL {
  const conditions = [stageConditions[except === 'stage' ? 'any' : input.stage]]
  // A NUL cannot travel to PostgreSQL in a text.
  const q = input.q.replaceAll('\u0000', '').trim()
  if (q) conditions.push(textCondition(q))
  if (input.step.length > 0 && except !== 'step') conditions.push(stepCondition(input.step))
  if (input.skill.length > 0 && except !== 'skill') conditions.push(skillCondition(input.skill))
  if (hidden.length > 0) conditions.push(notOwnedBy(hidden))
  return sql.join(conditions, sql` and `)
}
