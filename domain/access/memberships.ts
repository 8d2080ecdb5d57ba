import { and, eq, inArray } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { membership } from '@/db/schema'

export type LiveMembership = Pick<
  typeof membership.$inferSelect,
  'id' | 'role' | 'status' | 'projectId' | 'personId'
>

/** The person's active or inactive membership of a project: at most one, by a unique index. */
export async function loadMembership(
  q: Queryable,
  personId: string | undefined,
  projectId: string,
): Promise<LiveMembership | null> {
  if (!personId) return null
  const [row] = await q
    .select({
      id: membership.id,
      role: membership.role,
      status: membership.status,
      projectId: membership.projectId,
      personId: membership.personId,
    })
    .from(membership)
    .where(
      and(
        eq(membership.projectId, projectId),
        eq(membership.personId, personId),
        inArray(membership.status, ['active', 'inactive']),
      ),
    )
  return row ?? null
}
