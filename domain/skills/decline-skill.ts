import type { DeclineSkillInput } from '@/contracts/inputs'
import { lockProposalToDecide } from '@/domain/access/moderators'
import type { Actor } from '@/domain/actor'
import { changeAndTell } from '@/domain/change-and-tell'
import { settleProposal } from './settle-proposal'

/** @throws NotFound to all but moderators; Conflict once decided. */
export async function declineSkill(actor: Actor, input: DeclineSkillInput): Promise<void> {
  await changeAndTell(async (tx, news) => {
    const proposal = await lockProposalToDecide(tx, actor, input.proposalId)
    await settleProposal(
      ...([tx, news, actor, proposal.id] as const),
      { state: 'declined', reason: input.reason },
      `“${proposal.name}” was not added to the skills: ${input.reason}`,
    )
  })
}
