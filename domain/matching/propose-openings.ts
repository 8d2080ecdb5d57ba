import { sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { projectsClosedTo } from '@/domain/access/matching'
import type { PersonFacts } from './facts'
import { isJoinable } from './load-projects'
import { askMatchIndex } from './match-index'

/** Without an index only so many of the newest projects, and of what fits there so many, are looked at. */
const newest = 2_000
const lookedAt = 200

/**
 * Ids of openings that may suit a person best: exactly the best of all from the index, else what PostgreSQL
 * finds in bounded time by shared steps and skills. They are proposals: what is shown is checked afterwards.
 */
export async function proposeOpenings(
  q: Queryable,
  person: PersonFacts,
  query: { limit: number; week: number },
): Promise<string[]> {
  const closed = await q.execute<{ id: string }>(sql`
    select project_id as id from (${projectsClosedTo(person.id)}) closed`)
  const excluded = closed.rows.map(({ id }) => id)
  const found = await askMatchIndex({ task: 'openings', person, excluded, query })
  if (found) return found.map(({ id }) => id)
  const has = sql.param(person.has.map(({ slug }) => slug))
  const steps = sql.param(
    person.steps.flatMap(({ stepId, state }) => (state === 'learning' ? stepId : [])),
  )
  const { rows } = await q.execute<{ id: string }>(sql`
    with p as materialized (
      select * from project p where p.status in ('open', 'in_progress') and p.accepting_members
        and p.id <> all(${sql.param(excluded)}::uuid[])
      order by p.id desc limit ${newest}
    )
    select o.id from p join opening o on o.project_id = p.id where ${isJoinable}
    order by
      exists (select from project_step ps where ps.project_id = p.id
        and ps.step_id = any(${steps}::text[])) desc,
      (select count(*) from opening_skill os join skill s on s.id = os.skill_id
        where os.opening_id = o.id and s.slug = any(${has}::text[])) desc,
      o.id desc
    limit ${lookedAt}`)
  return rows.map(({ id }) => id)
}
