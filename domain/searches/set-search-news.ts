import { sql } from 'drizzle-orm'
import type { SetSearchNewsInput } from '@/contracts/searches'
import { db } from '@/db/client'
import { savedSearch } from '@/db/schema'
import { ownSearch } from '@/domain/access/searches'
import type { Actor } from '@/domain/actor'
import { NotFound } from '@/domain/errors'

/** Whether new projects are told. What came while they were not is not told later. @throws NotFound */
export async function setSearchNews(
  actor: Actor,
  { searchId, notifies }: SetSearchNewsInput,
): Promise<void> {
  const changed = await db()
    .update(savedSearch)
    .set({
      notifies,
      seenUntil: sql`case when ${savedSearch.notifies} then ${savedSearch.seenUntil} else now() end`,
    })
    .where(ownSearch(actor, searchId))
    .returning({ id: savedSearch.id })
  if (changed.length === 0) throw new NotFound()
}
