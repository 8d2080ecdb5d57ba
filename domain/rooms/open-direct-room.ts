import { db } from '@/db/client'
import { room, seat } from '@/db/schema'
import { isBlockedFrom } from '@/domain/access/blocks'
import { findPairRoom, lockPair, pairOf } from '@/domain/access/direct-rooms'
import { canContact, loadPersonByHandle } from '@/domain/access/people'
import type { Actor } from '@/domain/actor'
import { Conflict, Forbidden, Invalid } from '@/domain/errors'
import { newDirectRoomsLimit } from './limits'

/**
 * The room of the actor and one other person: the same one whoever opens it, and however often.
 * @throws NotFound to whom the person has blocked, Conflict while the actor blocks them, Forbidden when the
 * person does not want to be written to, RateLimited after many new ones in a day
 */
export async function openDirectRoom(
  actor: Actor,
  input: { handle: string },
): Promise<{ roomId: string }> {
  const { person } = await loadPersonByHandle(db(), actor, input.handle)
  if (person.id === actor.personId) throw new Invalid('This is you. Write to somebody else.')
  const pair = pairOf(actor.personId, person.id)
  return db().transaction(async (tx) => {
    await lockPair(tx, pair)
    if (await isBlockedFrom(tx, actor.personId, [person.id])) {
      // Who was blocked meanwhile learns what they learn from then on: nothing is here.
      await loadPersonByHandle(tx, actor, input.handle)
      throw new Conflict(`You have blocked ${person.name}. Unblock them to write to each other.`)
    }
    const found = await findPairRoom(tx, pair)
    if (found?.seats === 2) return { roomId: found.roomId }
    if (!(await canContact(tx, actor, person)))
      throw new Forbidden(`${person.name} is written to only by people who share a team with them.`)
    const roomId = found?.roomId ?? (await makeRoom())
    const seats = [actor.personId, person.id].map((personId) => ({ roomId, personId }))
    await tx.insert(seat).values(seats).onConflictDoNothing()
    return { roomId }

    async function makeRoom(): Promise<string> {
      await newDirectRoomsLimit.take(actor.personId)
      const [made] = await tx
        .insert(room)
        .values({ kind: 'direct', pair })
        .returning({ id: room.id })
      if (!made) throw new Error('The room was not made.')
      return made.id
    }
  })
}
