import { PersonLine } from '@/components/teams/person-line'
import type { FormAction } from '@/contracts/form-state'
import type { PersonMatch } from '@/contracts/matching'
import { InviteOne } from './invite-one'
import { WhyMatch } from './why-match'

/** Somebody who suits an opening, why, and one press to invite them. */
export function PersonMatchCard({
  match: { person, score, parts },
  openingId,
  invite,
}: {
  match: PersonMatch
  openingId: string
  invite: FormAction
}) {
  return (
    <article className="flex flex-col gap-2 rounded-m border border-line bg-surface p-4 sm:p-5">
      <div className="flex items-start justify-between gap-3">
        <PersonLine person={person} />
        <InviteOne person={person} openingId={openingId} invite={invite} />
      </div>
      {person.skills.length > 0 && (
        <ul aria-label="Skills" className="flex flex-wrap gap-1.5 text-xs">
          {person.skills.slice(0, 6).map((skill) => (
            <li key={skill.slug} className="rounded-full bg-sunken px-2.5 py-0.5 text-ink-2">
              {skill.name}
            </li>
          ))}
        </ul>
      )}
      <WhyMatch score={score} parts={parts} voice="they" />
    </article>
  )
}
