import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { membership } from '@/db/schema'

export type LiveMembership = Pick<
  typeof membership.$inferSelect,
  'id' | 'role' | 'status' | 'projectId' | 'personId' | 'openingId'
>

/**
 * The person's membership that still gives access: active, inactive, or completed with the project
 * (a team keeps its room, to read and to write, after it has shipped). There is at most one: live ones
 * by a unique index, and a completed project takes nobody on any more.
 */
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
      openingId: membership.openingId,
    })
    .from(membership)
    .where(
      and(
        eq(membership.projectId, projectId),
        eq(membership.personId, personId),
        inArray(membership.status, ['active', 'inactive', 'completed']),
      ),
    )
    .orderBy(sql`${membership.status} = 'completed'`)
    .limit(1)
  return row ?? null
}
