import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Viewer } from '@/domain/actor'

/** How many messages wait for a moderator to look at them; null to everybody else, who need not know. */
export async function countReports(viewer: Viewer): Promise<number | null> {
  if (!viewer) return null
  const { rows } = await db().execute<{ waiting: number }>(sql`
    select (select count(distinct message_id)::int from report where state = 'waiting') as waiting
    from person where id = ${viewer.personId} and is_moderator`)
  return rows[0]?.waiting ?? null
}
