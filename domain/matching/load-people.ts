import { type SQL, sql } from 'drizzle-orm'
import type { StepState } from '@/contracts/vocabulary'
import type { Queryable } from '@/db/client'
import type { PersonFacts } from './facts'
import type { WeeklyWindow } from './overlap'

/** Which rows, said of a column of their ids: `column = any(…)`, or a range of it. */
export type Pick = (column: SQL) => SQL
export const isOneOf =
  (ids: string[]): Pick =>
  (column) =>
    sql`${column} = any(${sql.param(ids)}::uuid[])`

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
export async function loadPeople(q: Queryable, pick: Pick): Promise<PersonFacts[]> {
  const { rows } = await q.execute<Row>(sql`
    with skills as (
      select us.person_id,
        string_agg(s.slug || ':' || us.level, ' ') filter (where us.intent = 'has') as has,
        string_agg(s.slug, ' ') filter (where us.intent = 'wants') as wants
      from user_skill us join skill s on s.id = us.skill_id
      where ${pick(sql`us.person_id`)} group by 1
    ), steps as (
      select person_id, string_agg(step_id || ':' || state, ' ') as steps
      from step_progress where ${pick(sql`person_id`)} group by 1
    ), windows as (
      select person_id,
        string_agg(weekday || ':' || start_minute || ':' || end_minute, ' '
          order by weekday, start_minute) as windows
      from availability_window where ${pick(sql`person_id`)} group by 1
    ), promises as (
      select person_id, count(*) as promised, count(*) filter (where kept) as kept
      from (
        select person_id, status = 'completed' as kept from membership
        where ${pick(sql`person_id`)} and status in ('completed', 'left', 'removed')
        union all
        select person_id, status <> 'expired' from invitation
        where ${pick(sql`person_id`)} and status in ('accepted', 'declined', 'expired')
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
    where ${pick(sql`p.id`)} order by p.id`)
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
