import { and, eq, inArray } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { membership } from '@/db/schema'

/** Ids of everybody who is on the team now or was when it shipped. */
export async function loadTeam(q: Queryable, projectId: string): Promise<string[]> {
  const rows = await q
    .select({ personId: membership.personId })
    .from(membership)
    .where(
      and(
        eq(membership.projectId, projectId),
        inArray(membership.status, ['active', 'inactive', 'completed']),
      ),
    )
  return rows.map((row) => row.personId)
}
