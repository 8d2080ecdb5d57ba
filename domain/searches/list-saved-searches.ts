import { desc, eq } from 'drizzle-orm'
import { type SavedSearch, savedFilters } from '@/contracts/searches'
import { db } from '@/db/client'
import { savedSearch } from '@/db/schema'
import type { Actor } from '@/domain/actor'

/** The actor's own, the newest first. */
export async function listSavedSearches(actor: Actor): Promise<SavedSearch[]> {
  const rows = await db()
    .select()
    .from(savedSearch)
    .where(eq(savedSearch.personId, actor.personId))
    .orderBy(desc(savedSearch.id))
  return rows.map(({ id, name, filters, notifies, createdAt }) => ({
    ...{ id, name, notifies },
    // What an earlier release stored is read as an address would be: what is unknown now is left out.
    filters: savedFilters.parse(filters),
    createdAt: createdAt.toISOString(),
  }))
}
