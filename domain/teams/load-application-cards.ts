import { type SQL, sql } from 'drizzle-orm'
import type { ApplicationCard } from '@/contracts/views'
import type { Queryable } from '@/db/client'
import { personCard } from './person-card'

type Dates = 'createdAt' | 'decidedAt' | 'expiresAt'
type Row = Omit<ApplicationCard, Dates> & {
  createdAt: string
  decidedAt: string | null
  expiresAt: string
}

/** Requests that wait and have expired unnoticed already read as expired. */
export const currentStatus = sql`case when r.status = 'pending' and r.expires_at <= now()
  then 'expired' else r.status end`

const openingSkills = (held: boolean) => sql`(
  select coalesce(json_agg(json_build_object('slug', s.slug, 'name', s.name)
    order by os.required desc, s.name), '[]')
  from opening_skill os join skill s on s.id = os.skill_id
  left join user_skill us on us.skill_id = os.skill_id and us.person_id = r.person_id
    and us.intent = 'has' and us.level >= os.minimum_level
  where os.opening_id = r.opening_id and us.person_id is ${held ? sql`not null` : sql`null`})`

/**
 * Applications with the person, and what they bring to the opening, in one query; those that wait come
 * first, and of each kind the newest. It decides nothing about who may see them.
 *
 * @param where a condition over `r`, the application, and `pr`, its project.
 */
export async function loadApplicationCards(
  q: Queryable,
  where: SQL,
  { hidden = [], limit = 100 }: { hidden?: string[]; limit?: number } = {},
): Promise<ApplicationCard[]> {
  const visible = hidden.length > 0 ? sql`and r.person_id not in ${hidden}` : sql``
  const { rows } = await q.execute<Row>(sql`
    select r.id, ${currentStatus} as status, r.message, r.reason,
      r.created_at as "createdAt", r.decided_at as "decidedAt", r.expires_at as "expiresAt",
      json_build_object('id', o.id, 'title', o.title, 'seats', o.seats, 'filled', o.filled) as opening,
      json_build_object('id', pr.id, 'slug', pr.slug, 'title', pr.title) as project,
      ${personCard} as person, ${openingSkills(true)} as meets, ${openingSkills(false)} as lacks
    from application r
    join opening o on o.id = r.opening_id
    join project pr on pr.id = r.project_id
    join person p on p.id = r.person_id
    where ${where} ${visible}
    order by (r.status = 'pending' and r.expires_at > now()) desc, r.id desc
    limit ${limit}`)
  return rows.map((row) => ({
    ...row,
    createdAt: new Date(row.createdAt).toISOString(),
    decidedAt: row.decidedAt && new Date(row.decidedAt).toISOString(),
    expiresAt: new Date(row.expiresAt).toISOString(),
  }))
}
