import { sql } from 'drizzle-orm'
import type { PersonFound } from '@/contracts/views'
import type { Queryable } from '@/db/client'

export type FoundRow = Omit<PersonFound, 'sharedMinutes' | 'why' | 'canMessage'>

/** People with their skills and what they learn, in one query, in the order of the ids. */
export async function loadPeople(q: Queryable, ids: string[]): Promise<FoundRow[]> {
  if (ids.length === 0) return []
  const { rows } = await q.execute<FoundRow>(sql`
    select p.id, p.handle::text as handle, p.name, p.line, p.headline,
      p.time_zone as "timeZone", p.weekly_hours as "weeklyHours",
      (select coalesce(json_agg(json_build_object('slug', s.slug, 'name', s.name, 'level', us.level)
         order by us.level desc, s.name), '[]')
       from user_skill us join skill s on s.id = us.skill_id
       where us.person_id = p.id and us.intent = 'has') as has,
      (select coalesce(json_agg(json_build_object('slug', s.slug, 'name', s.name)
         order by us.level desc, s.name), '[]')
       from user_skill us join skill s on s.id = us.skill_id
       where us.person_id = p.id and us.intent = 'wants') as wants,
      (select coalesce(json_agg(json_build_object('id', st.id, 'position', st.position,
         'title', st.title, 'line', st.line) order by st.roadmap_id, st.position), '[]')
       from step_progress sp join step st on st.id = sp.step_id
       where sp.person_id = p.id and sp.state = 'learning') as learning
    from person p where p.id in ${ids}`)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
