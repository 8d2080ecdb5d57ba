import { eq, sql } from 'drizzle-orm'
import type { MergeSkillInput } from '@/contracts/inputs'
import { skill } from '@/db/schema'
import { lockProposalToDecide } from '@/domain/access/moderators'
import type { Actor } from '@/domain/actor'
import { changeAndTell } from '@/domain/change-and-tell'
import { Invalid } from '@/domain/errors'
import { loadSkillNames } from './load-skill-names'
import { settleProposal } from './settle-proposal'

/**
 * Makes a proposal another word for a skill of the catalogue.
 * @throws NotFound to all but moderators; Conflict once decided; Invalid where another skill has the word.
 */
export async function mergeSkill(actor: Actor, input: MergeSkillInput): Promise<void> {
  await changeAndTell(async (tx, news) => {
    const proposal = await lockProposalToDecide(tx, actor, input.proposalId)
    const [into] = await tx
      .select({ id: skill.id, name: skill.name })
      .from(skill)
      .where(eq(skill.slug, input.slug))
      // People may take it into their profiles meanwhile.
      .for('no key update')
    if (!into)
      throw new Invalid('Choose the skill it belongs to.', {
        slug: 'Choose a skill from the list.',
      })
    const known = (await loadSkillNames(tx))(proposal.name)
    if (known && known.id !== into.id)
      throw new Invalid('Choose another skill.', {
        slug: `“${proposal.name}” means ${known.name} already: merge it into that one.`,
      })
    // It may have come into the catalogue's files since it was proposed.
    if (!known)
      await tx
        .update(skill)
        .set({ aliases: sql`array_append(${skill.aliases}, ${proposal.name})` })
        .where(eq(skill.id, into.id))
    await settleProposal(
      ...([tx, news, actor, proposal.id] as const),
      { state: 'merged', skillId: into.id },
      `“${proposal.name}” is another word for ${into.name} now. Add it to your profile.`,
    )
  })
}
