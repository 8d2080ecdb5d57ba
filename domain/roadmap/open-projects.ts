import { type SQL, sql } from 'drizzle-orm'

/**
 * What "open project" means on every page of the roadmap: it recruits, it accepts members, and an open
 * opening has a free seat. For queries in which `p` is the project.
 * @param hidden people whose projects the viewer does not meet, for a block stands between them.
 */
export function openProjectCondition(hidden: string[]): SQL {
  const open = sql`p.status in ('open', 'in_progress') and p.accepting_members
    and exists (select from opening o
      where o.project_id = p.id and o.status = 'open' and o.filled < o.seats)`
  if (hidden.length === 0) return open
  return sql`${open} and not exists (select from membership m
    where m.project_id = p.id and m.role = 'owner' and m.person_id in ${hidden}
      and m.status in ('active', 'inactive'))`
}
