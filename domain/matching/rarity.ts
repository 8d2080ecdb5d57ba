import { sql } from 'drizzle-orm'
import { db, type Queryable } from '@/db/client'

/** What a skill weighs of which nothing is known yet: as much as one in the middle. */
const middle = 2.5

/** What skills weigh, by slug. */
export async function loadRarity(q: Queryable): Promise<(slug: string) => number> {
  const { rows } = await q.execute<{ slug: string; rarity: number }>(sql`
    select s.slug, r.rarity from skill_rarity r join skill s on s.id = r.skill_id`)
  const known = new Map(rows.map((row) => [row.slug, row.rarity]))
  return (slug) => known.get(slug) ?? middle
}

/**
 * Works out anew how rare skills are among people: idf, in steps of a quarter so that it seldom changes, for a
 * change weighs every opening anew. A few people count as many, else one of three would look like a crowd.
 */
export async function refreshRarity(): Promise<void> {
  await db().execute(sql`
    with counted as (
      select s.id, count(us.person_id) as holders, (select count(*) from person) as people
      from skill s left join user_skill us on us.skill_id = s.id and us.intent = 'has'
      group by s.id
    ), weighed as (
      select id, least(6, 1 + round(4 * ln((people + 50.0) / (holders + 5.0)) / 2) / 4) as rarity
      from counted
    )
    insert into skill_rarity (skill_id, rarity)
    select id, rarity from weighed
    where rarity is distinct from (select r.rarity from skill_rarity r where r.skill_id = weighed.id)
    on conflict (skill_id) do update set rarity = excluded.rarity`)
}
