import { db } from '@/db/client'
import { block } from '@/db/schema'
import { closePair } from '@/domain/access/direct-rooms'
import { loadPersonByHandle } from '@/domain/access/people'
import type { Actor } from '@/domain/actor'
import { changeAndTell } from '@/domain/change-and-tell'
import { Invalid } from '@/domain/errors'
import { closeRequestsBetween } from '@/domain/teams/close-requests-between'

/**
 * Hides two people from each other, and takes both out of their direct room. Repeating it changes nothing.
 * @throws NotFound, Invalid for oneself
 */
export async function blockPerson(actor: Actor, input: { handle: string }): Promise<void> {
  const { person } = await loadPersonByHandle(db(), actor, input.handle)
  if (person.id === actor.personId) throw new Invalid('You cannot block yourself.')
  const pair = { blockerId: actor.personId, blockedId: person.id }
  await changeAndTell(async (tx, news) => {
    await closePair(tx, actor.personId, person.id)
    await tx.insert(block).values(pair).onConflictDoNothing()
    await closeRequestsBetween(tx, news, pair)
    news.tell({ personId: person.id, signal: 'room:unread', ids: {} })
  })
}
