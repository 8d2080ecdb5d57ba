'use client'
import { ActionButton } from '@/components/teams/action-button'
import type { FormAction } from '@/contracts/form-state'
import type { PersonView } from '@/contracts/realtime'

/** Where the focus goes when the person leaves the list with the button that was pressed. */
export const peopleHeadingId = 'people-heading'

/** Invites this person to this opening with one press; the invitation can be taken back on the board. */
export function InviteOne({
  person,
  openingId,
  invite,
}: {
  person: PersonView
  openingId: string
  invite: FormAction
}) {
  return (
    <div className="flex shrink-0 flex-col items-end gap-1">
      <ActionButton
        action={invite}
        input={{ openingId, handle: person.handle }}
        done={`${person.name} is invited`}
        size="s"
        then={() => document.getElementById(peopleHeadingId)?.focus()}
      >
        Invite<span className="sr-only"> {person.name}</span>
      </ActionButton>
    </div>
  )
}
