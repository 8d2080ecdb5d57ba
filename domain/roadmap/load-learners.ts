import { sql } from 'drizzle-orm'
import type { PersonCard } from '@/contracts/views'
import type { Queryable } from '@/db/client'

/** People who are learning a step, the latest first: only listed ones, and none whom a block hides. */
export async function loadLearners(
  q: Queryable,
  stepId: string,
  { hidden, limit }: { hidden: string[]; limit: number },
): Promise<PersonCard[]> {
  const visible = hidden.length > 0 ? sql`and p.id not in ${hidden}` : sql``
  const { rows } = await q.execute<PersonCard>(sql`
    select p.id, p.handle::text as handle, p.name, p.line, p.headline, p.time_zone as "timeZone",
      (select coalesce(json_agg(json_build_object('slug', s.slug, 'name', s.name)), '[]')
       from (select k.slug, k.name from user_skill us join skill k on k.id = us.skill_id
             where us.person_id = p.id and us.intent = 'has'
             order by us.level desc, k.name limit 5) s) as skills
    from step_progress sp join person p on p.id = sp.person_id
    where sp.step_id = ${stepId} and sp.state = 'learning' and p.listed ${visible}
    order by sp.changed_at desc, p.id
    limit ${limit}`)
  return rows
}
