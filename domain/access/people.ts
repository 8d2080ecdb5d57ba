import { and, eq, exists, not, or, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { block, person } from '@/db/schema'
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

const live = ['active', 'inactive', 'completed'] as const

/** Of these people, those whom the actor may invite or write to, as far as their own wishes go. */
export async function loadContactable(
  q: Queryable,
  actor: { personId: string },
  personIds: string[],
): Promise<Set<string>> {
  if (personIds.length === 0) return new Set()
  const { rows } = await q.execute<{ id: string }>(sql`
    select p.id from person p where p.id in ${personIds} and (p.contactable = 'everybody' or exists (
      select from membership m join membership own on own.project_id = m.project_id
      where m.person_id = p.id and m.status in ${live}
        and own.person_id = ${actor.personId} and own.status in ${live}))`)
  return new Set(rows.map(({ id }) => id))
}

/** Whether the actor may invite this person to a team, or write to them, as far as the person's own wish goes. */
export async function canContact(
  q: Queryable,
  actor: { personId: string },
  wanted: Pick<typeof person.$inferSelect, 'id' | 'contactable'>,
): Promise<boolean> {
  if (wanted.contactable === 'everybody') return true
  return (await loadContactable(q, actor, [wanted.id])).has(wanted.id)
}
