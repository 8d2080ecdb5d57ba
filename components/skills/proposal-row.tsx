import { RelativeTime } from '@/components/ui/relative-time'
import type { FormAction } from '@/contracts/form-state'
import type { SkillOption, SkillProposalView } from '@/contracts/views'
import { AcceptDecision } from './accept-decision'
import { DeclineDecision } from './decline-decision'
import { MergeDecision } from './merge-decision'

/** What waits: how many want it, what they say it is, what it may be already; and the three answers. */
export function ProposalRow({
  proposal,
  catalogue,
  actions,
}: {
  proposal: SkillProposalView
  catalogue: SkillOption[]
  actions: { accept: FormAction; merge: FormAction; decline: FormAction }
}) {
  const { name, supporters, notes, similar, createdAt } = proposal
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3 py-4 text-sm">
      <div className="flex min-w-0 flex-1 basis-72 flex-col gap-1.5">
        <h2 className="text-lg break-words">{name}</h2>
        <p className="text-ink-3">
          <span className="tabular text-ink-2">
            {supporters === 1 ? '1 person wants it' : `${supporters} people want it`}
          </span>{' '}
          · proposed <RelativeTime at={createdAt} />
        </p>
        {notes.map((note) => (
          <p key={note} className="border-l-2 border-line-strong pl-2.5 break-words text-ink-2">
            {note}
          </p>
        ))}
        <p className="text-ink-2">
          {similar.length === 0
            ? 'Nothing in the catalogue looks like it.'
            : `Looks like ${similar.map((one) => (one.by ? `${one.name} (${one.by})` : one.name)).join(', ')}`}
        </p>
      </div>
      <div className="flex flex-wrap gap-1 sm:-mr-3 max-sm:w-full max-sm:*:[button]:flex-1">
        <AcceptDecision proposal={proposal} action={actions.accept} />
        <MergeDecision proposal={proposal} catalogue={catalogue} action={actions.merge} />
        <DeclineDecision proposal={proposal} action={actions.decline} />
      </div>
    </li>
  )
}
