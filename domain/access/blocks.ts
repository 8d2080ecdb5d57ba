import { and, eq, inArray, or } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { block, membership } from '@/db/schema'

/** Everybody whom a block, in either direction, hides from this person. */
export async function loadHiddenPeople(
  q: Queryable,
  personId: string | undefined,
): Promise<string[]> {
  if (!personId) return []
  const rows = await q
    .select({ blockerId: block.blockerId, blockedId: block.blockedId })
    .from(block)
    .where(or(eq(block.blockerId, personId), eq(block.blockedId, personId)))
  return rows.map((row) => (row.blockerId === personId ? row.blockedId : row.blockerId))
}

/** Whether a block, in either direction, stands between the person and any of the others. */
export async function isBlockedFrom(
  q: Queryable,
  personId: string,
  others: string[],
): Promise<boolean> {
  const hidden = new Set(await loadHiddenPeople(q, personId))
  return others.some((other) => hidden.has(other))
}

/** Whether a block, in either direction, stands between one of these people and another person. */
export async function loadBlocksAround(
  q: Queryable,
  personIds: string[],
): Promise<(one: string, other: string) => boolean> {
  const rows = await q
    .select({ blockerId: block.blockerId, blockedId: block.blockedId })
    .from(block)
    .where(or(inArray(block.blockerId, personIds), inArray(block.blockedId, personIds)))
  const pairs = new Set(rows.map((row) => `${row.blockerId} ${row.blockedId}`))
  return (one, other) => pairs.has(`${one} ${other}`) || pairs.has(`${other} ${one}`)
}

/** Projects that a block, in either direction, keeps this person from meeting: those its people own. */
export async function loadHiddenProjects(
  q: Queryable,
  personId: string | undefined,
): Promise<string[]> {
  const people = await loadHiddenPeople(q, personId)
  if (people.length === 0) return []
  const rows = await q
    .select({ id: membership.projectId })
    .from(membership)
    .where(
      and(
        inArray(membership.personId, people),
        inArray(membership.status, ['active', 'inactive', 'completed']),
        eq(membership.role, 'owner'),
      ),
    )
  return rows.map((row) => row.id)
}
