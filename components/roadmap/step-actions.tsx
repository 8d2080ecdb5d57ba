'use client'
import { Button, type ButtonLook } from '@/components/ui/button'
import { FormMessage } from '@/components/ui/field'
import { toast } from '@/components/ui/toast'
import { useAction } from '@/components/ui/use-action'
import type { FormAction } from '@/contracts/form-state'
import type { StepState } from '@/contracts/vocabulary'

type Choice = { state: StepState; label: string; said: string }
const start: Choice = {
  state: 'learning',
  label: 'Start learning',
  said: 'You are learning it now.',
}
const finish: Choice = { state: 'done', label: 'Mark as done', said: 'Marked as done.' }
const skip: Choice = {
  state: 'skipped',
  label: 'Skip',
  said: 'Skipped. You can come back any time.',
}
const again: Choice = { ...start, label: 'Learn it again' }
const unskip: Choice = { ...start, label: 'Start it after all' }
const stop: Choice = { state: 'not_started', label: 'Stop learning', said: 'Put back.' }

/** What makes sense from each state; the first is the likely next one. */
const choices: Record<StepState, Choice[]> = {
  not_started: [start, finish, skip],
  learning: [finish, stop],
  done: [again],
  skipped: [unskip],
}

/** Buttons that move the viewer's own progress on one step. */
export function StepActions({
  step,
  action,
  firstLook = 'outline',
}: {
  step: { id: string; title: string; state: StepState }
  action: FormAction
  firstLook?: ButtonLook
}) {
  const { state, pending, run } = useAction(action)
  return (
    <>
      {choices[step.state].map((choice, index) => (
        <Button
          key={choice.label}
          look={index === 0 ? firstLook : 'quiet'}
          pending={pending}
          onClick={async () => {
            const answer = await run({ stepId: step.id, state: choice.state })
            if (answer.status === 'ok') toast(step.title, choice.said)
          }}
        >
          {choice.label}
        </Button>
      ))}
      {state.message && (
        <div className="basis-full">
          <FormMessage>{state.message}</FormMessage>
        </div>
      )}
    </>
  )
}
