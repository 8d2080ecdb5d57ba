import { InvitationAnswer } from '@/components/teams/invitation-answer'
import { RelativeTime } from '@/components/ui/relative-time'
import type { FormAction } from '@/contracts/form-state'
import type { InvitationCard } from '@/contracts/views'

/** An invitation that waits for whoever looks at the project. */
export function InvitationBanner({
  invitation,
  accept,
  decline,
}: {
  invitation: InvitationCard
  accept: FormAction
  decline: FormAction
}) {
  return (
    <section
      aria-labelledby="invitation-heading"
      className="flex flex-col gap-3 rounded-m border border-accent bg-surface p-5"
    >
      <h2 id="invitation-heading" className="text-lg">
        {invitation.invitedBy.name} invites you to join as {invitation.opening.title}
      </h2>
      {invitation.message && (
        <p className="max-w-prose whitespace-pre-wrap text-ink-2">{invitation.message}</p>
      )}
      <p className="text-xs text-ink-3">
        Sent <RelativeTime at={invitation.createdAt} /> · expires{' '}
        <RelativeTime at={invitation.expiresAt} />
      </p>
      <InvitationAnswer
        invitationId={invitation.id}
        projectTitle={invitation.project.title}
        accept={accept}
        decline={decline}
      />
    </section>
  )
}
