import { type SQL, sql } from 'drizzle-orm'
import type { StepState } from '@/contracts/vocabulary'
import type { Queryable } from '@/db/client'
import type { PersonFacts } from './facts'
import type { WeeklyWindow } from './overlap'

/** A condition on a column of ids. */
export const isOneOf = (column: SQL, ids: string[]) =>
  sql`${column} = any(${sql.param(ids)}::uuid[])`

/*
 * Statements over many rows begin so. The planner sees how many ids there are, which it does not of a range at
 * the end of a table, and nothing is worked out anew for each of them.
 */
export const chosen = (ids: string[]) => sql`chosen as materialized (
  select unnest(${sql.param(ids)}::uuid[]) as id)`

type Row = {
  id: string
  weeklyHours: number | null
  timeZone: string
  has: string | null
  wants: string | null
  steps: string | null
  windows: string | null
  kept: number
  promised: number
}

/**
 * What matching knows of people, in the order of their ids. Each table is read once for all of them, and lists
 * travel as short texts: a million people are read when an index is built.
 */
export async function loadPeople(q: Queryable, ids: string[]): Promise<PersonFacts[]> {
  const { rows } = await q.execute<Row>(sql`
    with ${chosen(ids)}, skills as materialized (
      select us.person_id,
        string_agg(s.slug || ':' || us.level, ' ') filter (where us.intent = 'has') as has,
        string_agg(s.slug, ' ') filter (where us.intent = 'wants') as wants
      from user_skill us join skill s on s.id = us.skill_id
      where us.person_id in (select id from chosen) group by 1
    ), steps as materialized (
      select person_id, string_agg(step_id || ':' || state, ' ') as steps
      from step_progress where person_id in (select id from chosen) group by 1
    ), windows as materialized (
      select person_id,
        string_agg(weekday || ':' || start_minute || ':' || end_minute, ' '
          order by weekday, start_minute) as windows
      from availability_window where person_id in (select id from chosen) group by 1
    ), promises as materialized (
      select person_id, count(*) as promised, count(*) filter (where kept) as kept
      from (
        select person_id, status = 'completed' as kept from membership
        where person_id in (select id from chosen) and status in ('completed', 'left', 'removed')
        union all
        select person_id, status <> 'expired' from invitation
        where person_id in (select id from chosen) and status in ('accepted', 'declined', 'expired')
      ) promise group by 1
    )
    select p.id, p.weekly_hours as "weeklyHours", p.time_zone as "timeZone", skills.has, skills.wants,
      steps.steps, windows.windows, coalesce(promises.kept, 0)::int as kept,
      coalesce(promises.promised, 0)::int as promised
    from person p
    left join skills on skills.person_id = p.id
    left join steps on steps.person_id = p.id
    left join windows on windows.person_id = p.id
    left join promises on promises.person_id = p.id
    where p.id in (select id from chosen) order by p.id`)
  return rows.map((row) => ({
    ...row,
    has: words(row.has).map((word) => {
      const [slug = '', level] = word.split(':')
      return { slug, level: Number(level) }
    }),
    wants: words(row.wants),
    steps: words(row.steps).map((word) => {
      const [stepId = '', state] = word.split(':')
      return { stepId, state: state as StepState }
    }),
    windows: words(row.windows, false).map(readWindow),
  }))
}

/** The words of a text, sorted by their characters and not as some language would. */
export function words(text: string | null, sorted = true): string[] {
  if (!text) return []
  return sorted ? text.split(' ').sort() : text.split(' ')
}

function readWindow(word: string): WeeklyWindow {
  const [weekday = 0, startMinute = 0, endMinute = 0] = word.split(':').map(Number)
  return { weekday, startMinute, endMinute }
}
