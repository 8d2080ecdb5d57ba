import type { Metadata } from 'next'
import { orNotFound } from '@/app/or-not-found'
import { requireActor } from '@/app/session'
import { proposalsHeadingId } from '@/components/skills/decision'
import { ProposalRow } from '@/components/skills/proposal-row'
import { EmptyState } from '@/components/ui/empty-state'
import { listSkills } from '@/domain/accounts/list-skills'
import { listSkillProposals } from '@/domain/skills/list-skill-proposals'
import { acceptSkillAction, declineSkillAction, mergeSkillAction } from './actions'

export const metadata: Metadata = { title: 'Proposed skills' }

const actions = { accept: acceptSkillAction, merge: mergeSkillAction, decline: declineSkillAction }

export default async function ProposedSkills() {
  const actor = await requireActor()
  const { waiting, proposals } = await orNotFound(listSkillProposals(actor))
  const catalogue = await listSkills()
  return (
    <div className="page max-w-[60rem] py-6 lg:py-8">
      <h1 id={proposalsHeadingId} tabIndex={-1} className="text-2xl">
        Proposed skills
      </h1>
      <p className="mt-1 max-w-[42rem] text-ink-2">
        What people typed and did not find. Whoever wants one is told what you decide.
        {waiting > proposals.length && ` ${waiting} wait; the oldest ${proposals.length} are here.`}
      </p>
      {proposals.length === 0 ? (
        <div className="mt-6">
          <EmptyState>
            Nothing waits. A skill that somebody proposes while typing comes here.
          </EmptyState>
        </div>
      ) : (
        <ul className="mt-5 divide-y divide-line border-y border-line">
          {proposals.map((proposal) => (
            <ProposalRow
              key={proposal.id}
              proposal={proposal}
              catalogue={catalogue}
              actions={actions}
            />
          ))}
        </ul>
      )}
    </div>
  )
}
