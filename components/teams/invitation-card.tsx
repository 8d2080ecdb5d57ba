'use client'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { RelativeTime } from '@/components/ui/relative-time'
import { toast } from '@/components/ui/toast'
import type { FormAction } from '@/contracts/form-state'
import type { InvitationCard as Invitation } from '@/contracts/views'
import { PersonLine } from './person-line'
import { RequestOutcome } from './request-outcome'

/** An invitation as the team that sent it sees it. */
export function InvitationCard({
  invitation,
  revoke,
}: {
  invitation: Invitation
  revoke: FormAction
}) {
  const { person } = invitation
  return (
    <article className="flex flex-col gap-3 rounded-m border border-line bg-surface p-4 text-sm">
      <PersonLine person={person} />
      <p className="text-xs text-ink-2">
        As <strong className="text-ink">{invitation.opening.title}</strong> · invited by{' '}
        {invitation.invitedBy.name}
      </p>
      {invitation.message && (
        <p className="max-h-60 overflow-y-auto whitespace-pre-wrap">{invitation.message}</p>
      )}
      {invitation.reason && (
        <p className="border-l-2 border-line-strong pl-2.5 text-ink-2">{invitation.reason}</p>
      )}
      {invitation.status === 'pending' ? (
        <>
          <p className="text-xs text-ink-3">
            Sent <RelativeTime at={invitation.createdAt} /> · expires{' '}
            <RelativeTime at={invitation.expiresAt} />
          </p>
          <ConfirmButton
            label="Take back"
            size="s"
            title={`Take back the invitation to ${person.name}?`}
            description="They can no longer accept it. You can invite them again later."
            confirmLabel="Take back"
            run={async () => {
              const answer = await revoke({ invitationId: invitation.id })
              if (answer.status !== 'ok') return answer.message
              toast('Invitation taken back')
            }}
          />
        </>
      ) : (
        <p className="flex items-center gap-2 text-xs text-ink-3">
          <RequestOutcome status={invitation.status} />
          Sent <RelativeTime at={invitation.createdAt} />
        </p>
      )}
    </article>
  )
}
