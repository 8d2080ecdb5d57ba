import { and, count, eq } from 'drizzle-orm'
import type { ProposeSkillInput } from '@/contracts/inputs'
import { plainSkill } from '@/contracts/skill-name'
import type { ProposedSkill } from '@/contracts/views'
import { maximumWaitingProposals } from '@/contracts/vocabulary'
import type { Transaction } from '@/db/client'
import { skillProposal, skillSupporter } from '@/db/schema'
import { lockSkillNames } from '@/domain/access/moderators'
import type { Actor } from '@/domain/actor'
import { changeAndTell } from '@/domain/change-and-tell'
import { Conflict } from '@/domain/errors'
import { loadModerators } from './load-moderators'
import { loadSkillNames } from './load-skill-names'

/**
 * Asks the moderators for a skill that the catalogue lacks. Whoever names one that waits already wants it too;
 * a repeat changes no more than the note.
 * @throws Conflict while as many as may be wait.
 */
export async function proposeSkill(actor: Actor, input: ProposeSkillInput): Promise<ProposedSkill> {
  return changeAndTell(async (tx, news) => {
    await lockSkillNames(tx)
    const known = (await loadSkillNames(tx))(input.name)
    if (known) return { outcome: 'known', skill: { slug: known.slug, name: known.name } }
    const waiting = await findWaiting(tx, input.name)
    const joined = waiting !== undefined && (await changeNote(tx, actor, waiting.id, input.note))
    if (!joined) await refuseMore(tx, actor)
    const proposal = waiting ?? (await insertProposal(tx, actor, input.name))
    if (!joined) {
      await tx
        .insert(skillSupporter)
        .values({ proposalId: proposal.id, personId: actor.personId, note: input.note })
      for (const personId of await loadModerators(tx))
        news.tell({ personId, signal: 'skill:proposed', ids: {} })
    }
    return {
      outcome: 'waiting',
      name: proposal.name,
      supporters: await tx.$count(skillSupporter, eq(skillSupporter.proposalId, proposal.id)),
    }
  })
}

async function findWaiting(tx: Transaction, name: string) {
  const [found] = await tx
    .select({ id: skillProposal.id, name: skillProposal.name })
    .from(skillProposal)
    .where(and(eq(skillProposal.plainName, plainSkill(name)), eq(skillProposal.state, 'waiting')))
  return found
}

/** @returns whether they wanted it already */
async function changeNote(tx: Transaction, actor: Actor, proposalId: string, note: string) {
  const own = and(
    eq(skillSupporter.proposalId, proposalId),
    eq(skillSupporter.personId, actor.personId),
  )
  const found = note
    ? await tx.update(skillSupporter).set({ note }).where(own).returning()
    : await tx.select().from(skillSupporter).where(own)
  return found.length > 0
}

async function refuseMore(tx: Transaction, { personId }: Actor) {
  const [held] = await tx
    .select({ count: count() })
    .from(skillSupporter)
    .innerJoin(skillProposal, eq(skillProposal.id, skillSupporter.proposalId))
    .where(and(eq(skillSupporter.personId, personId), eq(skillProposal.state, 'waiting')))
  if ((held?.count ?? 0) >= maximumWaitingProposals)
    throw new Conflict(
      `${maximumWaitingProposals} skills that you proposed wait for a moderator, as many as may be. Wait for an answer first.`,
    )
}

async function insertProposal(tx: Transaction, { personId }: Actor, name: string) {
  const [made] = await tx
    .insert(skillProposal)
    .values({ proposedById: personId, name, plainName: plainSkill(name) })
    .returning({ id: skillProposal.id, name: skillProposal.name })
  if (!made) throw new Error('A row was inserted and is not there.')
  return made
}
