import { and, eq, inArray } from 'drizzle-orm'
import type { AcceptSkillInput } from '@/contracts/inputs'
import { plainSkill, slugOfSkill } from '@/contracts/skill-name'
import type { SkillRef } from '@/contracts/views'
import type { Transaction } from '@/db/client'
import { skill, skillProposal } from '@/db/schema'
import { lockProposalToDecide } from '@/domain/access/moderators'
import type { Actor } from '@/domain/actor'
import { changeAndTell } from '@/domain/change-and-tell'
import { Invalid } from '@/domain/errors'
import { loadSkillNames } from './load-skill-names'
import { settleProposal } from './settle-proposal'

/**
 * Makes a proposal a skill of the catalogue, which gives it to nobody: whoever wanted it is told that it is
 * there. Matching knows no rarity of it yet and takes the middle, until the job that counts comes by.
 * @throws NotFound to all but moderators; Conflict once decided; Invalid for a word that another skill has.
 */
export async function acceptSkill(actor: Actor, input: AcceptSkillInput): Promise<SkillRef> {
  return changeAndTell(async (tx, news) => {
    const proposal = await lockProposalToDecide(tx, actor, input.proposalId)
    const words = new Map([input.name, ...input.aliases].map((word) => [plainSkill(word), word]))
    // The name stands first, in its own spelling.
    words.delete(plainSkill(input.name))
    const aliases = [...words.values()]
    await refuseKnown(tx, input.name, aliases)
    const [made] = await tx
      .insert(skill)
      .values({ slug: slugOfSkill(input.name), name: input.name, aliases })
      .returning({ id: skill.id, slug: skill.slug, name: skill.name })
    if (!made) throw new Error('A row was inserted and is not there.')
    const said =
      proposal.name === made.name ? `“${made.name}”` : `“${proposal.name}”, as ${made.name},`
    await settleProposal(
      ...([tx, news, actor, proposal.id] as const),
      { state: 'accepted', skillId: made.id },
      `${said} is in the catalogue now. Add it to your profile.`,
    )
    // Other spellings that wait are answered by the same skill.
    const others = await tx
      .select({ id: skillProposal.id, name: skillProposal.name })
      .from(skillProposal)
      .where(
        and(
          inArray(skillProposal.plainName, [plainSkill(made.name), ...words.keys()]),
          eq(skillProposal.state, 'waiting'),
        ),
      )
    for (const other of others)
      await settleProposal(
        ...([tx, news, actor, other.id] as const),
        { state: 'merged', skillId: made.id },
        `“${other.name}” is in the catalogue now, as ${made.name}. Add it to your profile.`,
      )
    return { slug: made.slug, name: made.name }
  })
}

async function refuseKnown(tx: Transaction, name: string, aliases: string[]) {
  const skillOf = await loadSkillNames(tx)
  const known = skillOf(name)
  if (known)
    throw new Invalid('Some fields need another look.', {
      name: `${known.name} goes by this name already: merge it into that one.`,
    })
  const taken = aliases.flatMap((alias) => {
    const other = skillOf(alias)
    return other ? [`“${alias}” means ${other.name} already.`] : []
  })
  if (taken.length > 0)
    throw new Invalid('Some fields need another look.', { aliases: taken.join(' ') })
}
