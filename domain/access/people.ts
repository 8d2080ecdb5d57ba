import { and, eq, exists, inArray, not, or, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { block, membership, person } from '@/db/schema'
import type { Viewer } from '@/domain/actor'
import { NotFound } from '@/domain/errors'

export type SeenPerson = { person: typeof person.$inferSelect; hasBlocked: boolean }

/**
 * The person with this handle, unless they have blocked the viewer. Whom the viewer blocked is still
 * found, marked `hasBlocked`: else a block could never be taken back.
 * @throws NotFound
 */
export async function loadPersonByHandle(
  q: Queryable,
  viewer: Viewer,
  handle: string,
): Promise<SeenPerson> {
  const hasBlocked = viewer
    ? exists(
        q
          .select({ one: sql`1` })
          .from(block)
          .where(and(eq(block.blockerId, viewer.personId), eq(block.blockedId, person.id))),
      )
    : sql`false`
  const isBlocked = viewer
    ? exists(
        q
          .select({ one: sql`1` })
          .from(block)
          .where(and(eq(block.blockerId, person.id), eq(block.blockedId, viewer.personId))),
      )
    : sql`false`
  const [row] = await q
    .select({ person, hasBlocked: sql<boolean>`${hasBlocked}` })
    .from(person)
    // Two who blocked each other must both be able to take their own block back.
    .where(and(eq(person.handle, handle), or(not(isBlocked), hasBlocked)))
  if (!row) throw new NotFound('There is nobody here with this handle.')
  return row
}

/** Whether the actor may invite this person to a team of theirs, as far as the person's own wish goes. */
export async function canInvite(
  q: Queryable,
  actor: { personId: string },
  invited: Pick<typeof person.$inferSelect, 'id' | 'contactable'>,
): Promise<boolean> {
  if (invited.contactable === 'everybody') return true
  const live = ['active', 'inactive', 'completed'] as const
  const [common] = await q
    .select({ id: membership.id })
    .from(membership)
    .where(
      and(
        eq(membership.personId, invited.id),
        inArray(membership.status, live),
        sql`exists (select from membership own where own.project_id = ${membership.projectId}
          and own.person_id = ${actor.personId} and own.status in ${live})`,
      ),
    )
    .limit(1)
  return common !== undefined
}
