'use client'
import type { FormAction } from '@/contracts/form-state'
import { ActionButton } from './action-button'
import { DeclineButton } from './decline-button'

/** Accept or decline, for the invited person. */
export function InvitationAnswer({
  invitationId,
  projectTitle,
  accept,
  decline,
}: {
  invitationId: string
  projectTitle: string
  accept: FormAction
  decline: FormAction
}) {
  return (
    <div className="flex flex-wrap gap-2">
      <ActionButton
        look="accent"
        action={accept}
        input={{ invitationId }}
        done={`You joined ${projectTitle}`}
      >
        Accept invitation
      </ActionButton>
      <DeclineButton
        size="m"
        action={decline}
        input={{ invitationId }}
        title="Decline the invitation?"
        description="The team is told. A word on why helps them find somebody else."
      />
    </div>
  )
}
