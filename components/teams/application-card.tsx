import { Check, Minus } from 'lucide-react'
import { RelativeTime } from '@/components/ui/relative-time'
import type { FormAction } from '@/contracts/form-state'
import type { ApplicationCard as Application, SkillRef } from '@/contracts/views'
import { ActionButton } from './action-button'
import { DeclineButton } from './decline-button'
import { PersonLine } from './person-line'
import { RequestOutcome } from './request-outcome'

function Skills({ met, skills }: { met: boolean; skills: SkillRef[] }) {
  if (skills.length === 0) return null
  const Icon = met ? Check : Minus
  return (
    <p className="flex items-start gap-1.5 text-xs">
      <Icon
        aria-hidden
        className={`mt-0.5 size-3.5 shrink-0 ${met ? 'text-good' : 'text-ink-3'}`}
      />
      <span className="text-ink-2">
        {met ? 'Brings' : 'Lacks'}{' '}
        <span className="font-semibold text-ink">{skills.map((one) => one.name).join(', ')}</span>
      </span>
    </p>
  )
}

/** A request as the team meets it. While it waits, the answer is one press away. */
export function ApplicationCard({
  application,
  accept,
  decline,
}: {
  application: Application
  accept: FormAction
  decline: FormAction
}) {
  const waiting = application.status === 'pending'
  const { opening, person } = application
  return (
    <article className="flex flex-col gap-3 rounded-m border border-line bg-surface p-4 text-sm">
      <PersonLine person={person} />
      <p className="text-xs text-ink-2">
        For <strong className="text-ink">{opening.title}</strong>
        {waiting && ` · ${opening.seats - opening.filled} of ${opening.seats} free`}
      </p>
      <p className="max-h-60 overflow-y-auto whitespace-pre-wrap">{application.message}</p>
      {waiting && (
        <div className="flex flex-col gap-1">
          <Skills met skills={application.meets} />
          <Skills met={false} skills={application.lacks} />
        </div>
      )}
      {application.reason && (
        <p className="border-l-2 border-line-strong pl-2.5 text-ink-2">{application.reason}</p>
      )}
      {waiting ? (
        <>
          <p className="text-xs text-ink-3">
            Asked <RelativeTime at={application.createdAt} /> · expires{' '}
            <RelativeTime at={application.expiresAt} />
          </p>
          <div className="flex flex-wrap gap-2 *:[button]:flex-1">
            <ActionButton
              look="accent"
              size="s"
              action={accept}
              input={{ applicationId: application.id }}
              done={`${person.name} is on the team`}
            >
              Accept
            </ActionButton>
            <DeclineButton
              action={decline}
              input={{ applicationId: application.id }}
              title={`Decline ${person.name}?`}
              description="They are told. A reason helps them with their next request."
            />
          </div>
        </>
      ) : (
        <p className="flex items-center gap-2 text-xs text-ink-3">
          <RequestOutcome status={application.status} />
          <RelativeTime at={application.decidedAt ?? application.createdAt} />
        </p>
      )}
    </article>
  )
}
