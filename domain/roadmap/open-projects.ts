import { sql } from 'drizzle-orm'

/**
 * What "open project" means on every page of the roadmap: it recruits, it accepts members, and an open
 * opening has a free seat. For queries in which `p` is the project.
 */
export const isOpenProject = sql`p.status in ('open', 'in_progress') and p.accepting_members
  and exists (select from opening o
    where o.project_id = p.id and o.status = 'open' and o.filled < o.seats)`
