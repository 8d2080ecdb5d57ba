import { count, eq, sql } from 'drizzle-orm'
import { maximumSavedSearches, type SaveSearchInput } from '@/contracts/searches'
import { db } from '@/db/client'
import { person, savedSearch } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { Conflict } from '@/domain/errors'

/**
 * Keeps the filters of a list; from now on new projects that match are told. The same filters again are given
 * the new name.
 * @throws Conflict beyond so many
 */
export async function saveSearch(
  actor: Actor,
  { name, filters }: SaveSearchInput,
): Promise<{ searchId: string }> {
  const { personId } = actor
  return db().transaction(async (tx) => {
    // One after the other per person, so that two tabs cannot both take the last place.
    await tx.select({ id: person.id }).from(person).where(eq(person.id, personId)).for('update')
    const [renamed] = await tx
      .update(savedSearch)
      .set({ name })
      .where(
        sql`${savedSearch.personId} = ${personId} and ${savedSearch.filters} = ${JSON.stringify(filters)}::jsonb`,
      )
      .returning({ searchId: savedSearch.id })
    if (renamed) return renamed
    const [held] = await tx
      .select({ count: count() })
      .from(savedSearch)
      .where(eq(savedSearch.personId, personId))
    if ((held?.count ?? 0) >= maximumSavedSearches)
      throw new Conflict(
        `You have ${maximumSavedSearches} saved searches, as many as may be. Delete one first.`,
      )
    const [saved] = await tx
      .insert(savedSearch)
      .values({ personId, name, filters })
      .returning({ searchId: savedSearch.id })
    if (!saved) throw new Error('A row was inserted and is not there.')
    return saved
  })
}
