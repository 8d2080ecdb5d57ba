'use client'
import Link from 'next/link'
import { Avatar } from '@/components/ui/avatar'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { toast } from '@/components/ui/toast'
import type { FormAction } from '@/contracts/form-state'
import type { QuietMember, RequestsBoard } from '@/contracts/views'
import { ActionButton } from './action-button'

export type QuietActions = { confirm: FormAction; setActive: FormAction; remove: FormAction }

const reasons = {
  inactive: 'Is away and may give the seat up',
  unanswered: 'Was asked a week ago whether they are still here, and has not answered',
}

/** Members whose seats the owner may free: nobody else does it for them. */
export function QuietMembers({
  members,
  project,
  actions,
}: {
  members: QuietMember[]
  project: RequestsBoard['project']
  actions: QuietActions
}) {
  if (members.length === 0) return null
  return (
    <section aria-labelledby="quiet-heading" className="mb-6">
      <h2 id="quiet-heading" className="font-text text-sm font-semibold tracking-normal">
        Seats that may be free
      </h2>
      <ul className="divide-y divide-line">
        {members.map((member) => {
          const input = { projectId: project.id, personId: member.id }
          return (
            <li key={member.id} className="flex flex-wrap items-center gap-x-6 gap-y-3 py-3">
              <div className="flex min-w-0 flex-1 basis-64 items-start gap-2.5">
                <Avatar person={member} />
                <div className="min-w-0">
                  <Link
                    href={`/@${member.handle}`}
                    className="inline-flex min-h-6 items-center font-semibold hover:underline"
                  >
                    {member.name}
                  </Link>
                  <p className="text-sm text-ink-2">
                    {[member.opening, reasons[member.reason]].filter(Boolean).join(' · ')}
                  </p>
                </div>
              </div>
              <div className="flex flex-wrap gap-2">
                <ActionButton
                  size="s"
                  action={member.reason === 'inactive' ? actions.setActive : actions.confirm}
                  input={input}
                  done={`${member.name} keeps the seat`}
                >
                  Keep the seat
                </ActionButton>
                <ConfirmButton
                  size="s"
                  label="Free the seat"
                  title={`Free the seat of ${member.name}?`}
                  description="They leave the team, the room closes for them, and others can ask for the seat."
                  confirmLabel="Free the seat"
                  run={async () => {
                    const answer = await actions.remove(input)
                    if (answer.status !== 'ok') return answer.message
                    toast(`The seat of ${member.name} is free`)
                  }}
                />
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
