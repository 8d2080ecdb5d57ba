import { sql } from 'drizzle-orm'
import type { PersonCard } from '@/contracts/views'
import type { Queryable } from '@/db/client'

/** People who are learning a step, the latest first; people blocked either way are left out. */
export async function loadLearners(
  q: Queryable,
  stepId: string,
  { viewerId, limit }: { viewerId: string | undefined; limit: number },
): Promise<PersonCard[]> {
  const hidden = viewerId
    ? sql`and not exists (select from block b
        where (b.blocker_id = ${viewerId} and b.blocked_id = p.id)
           or (b.blocker_id = p.id and b.blocked_id = ${viewerId}))`
    : sql``
  const { rows } = await q.execute<PersonCard>(sql`
    select p.id, p.handle::text as handle, p.name, p.line, p.headline, p.time_zone as "timeZone",
      (select coalesce(json_agg(json_build_object('slug', s.slug, 'name', s.name)), '[]')
       from (select k.slug, k.name from user_skill us join skill k on k.id = us.skill_id
             where us.person_id = p.id and us.intent = 'has'
             order by us.level desc, k.name limit 5) s) as skills
    from step_progress sp join person p on p.id = sp.person_id
    where sp.step_id = ${stepId} and sp.state = 'learning' ${hidden}
    order by sp.changed_at desc, p.id
    limit ${limit}`)
  return rows
}
