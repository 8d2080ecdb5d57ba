import type { SavedSearchIdInput } from '@/contracts/searches'
import { db } from '@/db/client'
import { savedSearch } from '@/db/schema'
import { ownSearch } from '@/domain/access/searches'
import type { Actor } from '@/domain/actor'
import { NotFound } from '@/domain/errors'

/** @throws NotFound for anybody else's */
export async function deleteSavedSearch(actor: Actor, input: SavedSearchIdInput): Promise<void> {
  const deleted = await db()
    .delete(savedSearch)
    .where(ownSearch(actor, input.searchId))
    .returning({ id: savedSearch.id })
  if (deleted.length === 0) throw new NotFound()
}
