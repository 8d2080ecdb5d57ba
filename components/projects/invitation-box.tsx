import { RelativeTime } from '@/components/ui/relative-time'
import type { FormAction } from '@/contracts/form-state'
import type { InvitationCard } from '@/contracts/views'
import { LazyInvitationAnswer } from './lazy-asking'

/** An invitation that waits for whoever looks at the project. */
export function InvitationBox({
  invitation,
  accept,
  decline,
}: {
  invitation: InvitationCard
  accept: FormAction
  decline: FormAction
}) {
  return (
    <div className="flex flex-col gap-3">
      <h2 className="text-lg">
        {invitation.invitedBy.name} invites you to join as {invitation.opening.title}
      </h2>
      {invitation.message && (
        <p className="max-w-prose whitespace-pre-wrap text-sm text-ink-2">{invitation.message}</p>
      )}
      <p className="text-xs text-ink-3">
        Sent <RelativeTime at={invitation.createdAt} /> · expires{' '}
        <RelativeTime at={invitation.expiresAt} />
      </p>
      <LazyInvitationAnswer
        invitationId={invitation.id}
        projectTitle={invitation.project.title}
        accept={accept}
        decline={decline}
      />
    </div>
  )
}
