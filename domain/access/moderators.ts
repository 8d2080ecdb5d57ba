import { and, eq, sql } from 'drizzle-orm'
import type { Queryable, Transaction } from '@/db/client'
import { person, skillProposal } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { Conflict, NotFound } from '@/domain/errors'

const isModerator = ({ personId }: Actor) => and(eq(person.id, personId), person.isModerator)

/** @throws NotFound to everybody else: to them there is no such page. */
export async function requireModerator(q: Queryable, actor: Actor): Promise<void> {
  const [found] = await q.select({ id: person.id }).from(person).where(isModerator(actor))
  if (!found) throw new NotFound()
}

/** The same, held until the transaction ends. */
export async function lockModerator(tx: Transaction, actor: Actor): Promise<void> {
  const [found] = await tx
    .select({ id: person.id })
    .from(person)
    .where(isModerator(actor))
    .for('share')
  if (!found) throw new NotFound()
}

/** Any constant of our own. */
const namesLock = 727_465_924

/**
 * Until the transaction ends nobody else proposes or decides: a name must not come into the catalogue, or
 * wait, twice. Both are rare. It comes first in the order of locks, before people's rows.
 */
export async function lockSkillNames(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${namesLock})`)
}

const decided = {
  accepted: 'was added to the catalogue',
  merged: 'was merged into another skill',
  declined: 'was declined',
}

/**
 * A proposal that waits, for a moderator to decide on; names, the moderator and the row are locked.
 * @throws NotFound to everybody but moderators; Conflict once it is decided.
 */
export async function lockProposalToDecide(
  tx: Transaction,
  actor: Actor,
  proposalId: string,
): Promise<{ id: string; name: string; plainName: string }> {
  await lockSkillNames(tx)
  await lockModerator(tx, actor)
  const [proposal] = await tx
    .select({
      id: skillProposal.id,
      name: skillProposal.name,
      plainName: skillProposal.plainName,
      state: skillProposal.state,
    })
    .from(skillProposal)
    .where(eq(skillProposal.id, proposalId))
    .for('update')
  if (!proposal) throw new NotFound()
  const { state, ...found } = proposal
  if (state !== 'waiting') throw new Conflict(`“${found.name}” ${decided[state]} meanwhile.`)
  return found
}
