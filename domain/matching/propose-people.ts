import { type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { isOffered } from '@/domain/access/matching'
import type { OpeningFacts } from './facts'
import { askMatchIndex } from './match-index'

const newest = 2_000
const lookedAt = 200

/**
 * Ids of people who may suit an opening best, as `proposeOpenings` the other way round.
 * @param closed a subquery of ids of people who are out of the question
 */
export async function proposePeople(
  q: Queryable,
  opening: OpeningFacts,
  closed: SQL,
  query: { limit: number; week: number },
): Promise<string[]> {
  const { rows: out } = await q.execute<{ id: string }>(sql`
    select person_id as id from (${closed}) closed`)
  const excluded = out.map(({ id }) => id)
  const found = await askMatchIndex({ task: 'people', opening, excluded, query })
  if (found) return found.map(({ id }) => id)
  const needed = sql.param(opening.skills.map(({ slug }) => slug))
  const { rows } = await q.execute<{ id: string }>(sql`
    with p as materialized (
      select p.id from person p where ${isOffered} and p.id <> all(${sql.param(excluded)}::uuid[])
      order by p.id desc limit ${newest}
    )
    select p.id from p
    order by
      (select count(*) from user_skill us join skill s on s.id = us.skill_id
        where us.person_id = p.id and us.intent = 'has' and s.slug = any(${needed}::text[])) desc,
      exists (select from step_progress sp where sp.person_id = p.id and sp.state = 'learning'
        and sp.step_id = any(${sql.param(opening.stepIds)}::text[])) desc,
      p.id desc
    limit ${lookedAt}`)
  return rows.map(({ id }) => id)
}
