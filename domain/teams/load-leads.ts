import { and, eq, inArray } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { membership } from '@/db/schema'

/** Ids of the people who decide a project's requests: its owner and maintainers. */
export async function loadLeads(q: Queryable, projectId: string): Promise<string[]> {
  const rows = await q
    .select({ personId: membership.personId })
    .from(membership)
    .where(
      and(
        eq(membership.projectId, projectId),
        eq(membership.status, 'active'),
        inArray(membership.role, ['owner', 'maintainer']),
      ),
    )
  return rows.map((row) => row.personId)
}

/** Ids of a project's owners, whatever became of the project. */
export async function loadOwners(q: Queryable, projectId: string): Promise<string[]> {
  const rows = await q
    .select({ personId: membership.personId })
    .from(membership)
    .where(
      and(
        eq(membership.projectId, projectId),
        eq(membership.role, 'owner'),
        inArray(membership.status, ['active', 'inactive', 'completed']),
      ),
    )
  return rows.map((row) => row.personId)
}
