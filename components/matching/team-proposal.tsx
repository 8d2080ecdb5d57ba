import { PersonLine } from '@/components/teams/person-line'
import type { FormAction } from '@/contracts/form-state'
import type { TeamProposal } from '@/contracts/matching'
import { InviteOne } from './invite-one'

/** People who together bring the most of what the project lacks, one per free seat. */
export function TeamProposalList({
  proposal: { seats, stillLacking, covered },
  invite,
}: {
  proposal: TeamProposal
  invite: FormAction
}) {
  return (
    <div className="flex flex-col gap-4">
      <p className="text-ink-2">
        {covered === 1 && seats.every(({ brings }) => brings.length === 0) ? (
          'The team has every skill that its openings ask for. These suit the free seats best.'
        ) : (
          <>
            Together they bring <span className="tabular">{Math.round(covered * 100)} %</span> of
            what the team still lacks
            {stillLacking.length > 0 ? `; still lacking: ${stillLacking.join(', ')}.` : '.'}
          </>
        )}
      </p>
      <ul className="flex flex-col gap-3">
        {seats.map(({ opening, person, score, brings }) => (
          <li
            key={person.id}
            className="flex flex-col gap-2 rounded-m border border-line bg-surface p-4 sm:p-5"
          >
            <div className="flex items-start justify-between gap-3">
              <PersonLine person={person} />
              <InviteOne person={person} openingId={opening.id} invite={invite} />
            </div>
            <p className="text-sm text-ink-2">
              As <span className="font-semibold text-ink">{opening.title}</span>
              {brings.length > 0 && ` · brings ${brings.join(', ')}`} ·{' '}
              <span className="tabular">{score} of 100</span>
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}
