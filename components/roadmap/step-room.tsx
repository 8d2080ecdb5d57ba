import { MessagesSquare } from 'lucide-react'
import { EnterButton } from '@/components/rooms/enter-button'
import { LinkButton } from '@/components/ui/button'
import type { FormAction } from '@/contracts/form-state'
import type { StepPage } from '@/contracts/views'

/** Where the people who learn a step talk. `enter` is absent for whoever is signed out. */
export function StepRoom({
  step,
  enter,
}: {
  step: StepPage
  enter?: FormAction<{ roomId: string }>
}) {
  const { roomId, mayEnter } = step.room
  return (
    <section aria-labelledby="step-room" className="rounded-m border border-line bg-surface p-4">
      <h2 id="step-room" className="flex items-center gap-2 text-lg">
        <MessagesSquare aria-hidden className="size-4 shrink-0 text-ink-3" />
        Room of this step
      </h2>
      <p className="tabular mt-1 text-sm text-ink-2">
        {step.learners === 0 ? 'Nobody is learning it right now' : `${step.learners} learning`}
        {!mayEnter && !roomId && (enter ? '. Start learning to enter.' : '. Sign in to enter.')}
      </p>
      {(roomId || (mayEnter && enter)) && (
        <p className="mt-3">
          {roomId ? (
            <LinkButton href={`/rooms/${roomId}`} className="w-full">
              Go to the room
            </LinkButton>
          ) : (
            enter && (
              <EnterButton action={enter} input={{ stepId: step.id }} className="w-full">
                Enter the room
              </EnterButton>
            )
          )}
        </p>
      )}
    </section>
  )
}
