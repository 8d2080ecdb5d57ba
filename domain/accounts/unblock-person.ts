import { and, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { block } from '@/db/schema'
import { loadPersonByHandle } from '@/domain/access/people'
import type { Actor } from '@/domain/actor'

/** Takes one's own block back; the other person's, if there is one, stays. @throws NotFound */
export async function unblockPerson(actor: Actor, input: { handle: string }): Promise<void> {
  const { person } = await loadPersonByHandle(db(), actor, input.handle)
  await db()
    .delete(block)
    .where(and(eq(block.blockerId, actor.personId), eq(block.blockedId, person.id)))
}
