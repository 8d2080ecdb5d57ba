'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import {
  errorAt,
  type FieldErrors,
  focusFirstError,
  withoutErrorsAt,
} from '@/components/projects/field-errors'
import { ActionButton } from '@/components/teams/action-button'
import { Button } from '@/components/ui/button'
import { FormMessage } from '@/components/ui/field'
import { LiveForm } from '@/components/ui/live-form'
import { useAction } from '@/components/ui/use-action'
import type { FormAction } from '@/contracts/form-state'
import type { WelcomeDraft } from '@/contracts/inputs'
import type { SkillOption, StepRef } from '@/contracts/views'
import { HoursInput } from './hours-input'
import { SkillsEditor } from './skills-editor'
import { StepChoice } from './step-choice'
import { useWelcomeDraft } from './use-welcome-draft'
import { ZoneSelect } from './zone-select'

/** Enough to be matched by, on one form. Leads home, answered or skipped. */
export function WelcomeForm({
  personId,
  start,
  steps,
  catalogue,
  timeZones,
  finish,
  skip,
}: {
  personId: string
  start: WelcomeDraft
  steps: StepRef[]
  catalogue: SkillOption[]
  timeZones: string[]
  finish: FormAction
  skip: FormAction
}) {
  const { draft, update, forget } = useWelcomeDraft(personId, start)
  const [errors, setErrors] = useState<FieldErrors>({})
  const { state, pending, run } = useAction(finish)
  const form = useRef<HTMLFormElement>(null)
  const router = useRouter()
  useEffect(() => focusFirstError(form.current, errors), [errors])

  const change = (field: keyof WelcomeDraft, values: Partial<WelcomeDraft>) => {
    update(values)
    setErrors((now) => withoutErrorsAt(now, field))
  }
  const home = () => {
    forget()
    router.push('/')
  }
  async function submit(event: FormEvent) {
    event.preventDefault()
    const answer = await run(draft)
    setErrors(answer.fields)
    if (answer.status === 'ok') home()
  }

  return (
    <LiveForm ref={form} onSubmit={submit} className="flex flex-col gap-8">
      <Part number={1} title="What are you learning now?">
        <StepChoice
          label="The step you are on"
          steps={steps}
          chosen={draft.stepId}
          error={errors.stepId && 'Choose the step you are on.'}
          onChange={(stepId) => change('stepId', { stepId })}
        />
      </Part>
      <Part number={2} title="Which skills?" hint="Three that you have are enough to begin with.">
        <SkillsEditor
          catalogue={catalogue}
          skills={draft.skills}
          error={errorAt(errors, 'skills')}
          onChange={(skills) => change('skills', { skills })}
        />
      </Part>
      <Part number={3} title="How much time do you have?">
        <div className="grid gap-4 sm:grid-cols-2">
          <HoursInput
            value={draft.weeklyHours}
            error={errors.weeklyHours}
            onChange={(weeklyHours) => change('weeklyHours', { weeklyHours })}
          />
          <ZoneSelect
            value={draft.timeZone}
            zones={timeZones}
            error={errors.timeZone}
            onChange={(timeZone) => change('timeZone', { timeZone })}
          />
        </div>
      </Part>
      {state.status !== 'ok' && <FormMessage>{state.message}</FormMessage>}
      <div className="flex flex-wrap items-center gap-2 border-t border-line pt-5">
        <Button type="submit" look="accent" pending={pending}>
          Save and go home
        </Button>
        <ActionButton look="quiet" action={skip} input={{}} then={home}>
          Skip this
        </ActionButton>
      </div>
    </LiveForm>
  )
}

function Part({
  number,
  title,
  hint,
  children,
}: {
  number: number
  title: string
  hint?: string
  children: ReactNode
}) {
  return (
    <section aria-labelledby={`part-${number}`} className="flex flex-col gap-3">
      <div>
        <h2 id={`part-${number}`} className="text-xl">
          <span className="tabular text-ink-3">{number}</span> {title}
        </h2>
        {hint && <p className="text-sm text-ink-2">{hint}</p>}
      </div>
      {children}
    </section>
  )
}
