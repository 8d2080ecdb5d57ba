import Link from 'next/link'
import { RelativeTime } from '@/components/ui/relative-time'
import type { FormAction } from '@/contracts/form-state'
import type { InvitationCard } from '@/contracts/views'
import { InvitationAnswer } from './invitation-answer'
import { RequestOutcome } from './request-outcome'

/** Invitations to me; those that wait can be answered here. */
export function MyInvitations({
  invitations,
  accept,
  decline,
}: {
  invitations: InvitationCard[]
  accept: FormAction
  decline: FormAction
}) {
  return (
    <ul className="divide-y divide-line">
      {invitations.map((invitation) => (
        <li key={invitation.id} className="flex flex-wrap items-start gap-x-6 gap-y-3 py-4">
          <div className="min-w-0 flex-1 basis-64">
            <p className="flex flex-wrap items-center gap-x-2.5">
              <Link
                href={`/projects/${invitation.project.slug}`}
                className="inline-flex min-h-6 items-center font-semibold hover:underline"
              >
                {invitation.project.title}
              </Link>
              {invitation.status !== 'pending' && <RequestOutcome status={invitation.status} />}
            </p>
            <p className="text-sm text-ink-2">{invitation.project.pitch}</p>
            <p className="mt-1 text-sm text-ink-2">
              {invitation.invitedBy.name} invites you as{' '}
              <strong className="text-ink">{invitation.opening.title}</strong> ·{' '}
              <RelativeTime at={invitation.createdAt} />
              {invitation.status === 'pending' && (
                <>
                  , expires <RelativeTime at={invitation.expiresAt} />
                </>
              )}
            </p>
            {invitation.message && (
              <p className="mt-1.5 max-w-prose border-l-2 border-line-strong pl-2.5 text-sm whitespace-pre-wrap">
                {invitation.message}
              </p>
            )}
          </div>
          {invitation.status === 'pending' && (
            <InvitationAnswer
              invitationId={invitation.id}
              projectTitle={invitation.project.title}
              accept={accept}
              decline={decline}
            />
          )}
        </li>
      ))}
    </ul>
  )
}
