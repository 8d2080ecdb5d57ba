'use client'
import clsx from 'clsx'
import { CircleAlert } from 'lucide-react'
import { useId } from 'react'
import { StepMark } from '@/components/ui/step-mark'
import type { StepRef } from '@/contracts/views'

const most = 5

/** Up to five steps of the roadmap, as one group of checkboxes. */
export function StepsPicker({
  steps,
  chosen,
  error,
  onChange,
}: {
  steps: StepRef[]
  chosen: string[]
  error?: string
  onChange: (stepIds: string[]) => void
}) {
  const id = useId()
  const full = chosen.length >= most
  return (
    <fieldset data-field="stepIds" aria-describedby={`${id}-hint${error ? ` ${id}-error` : ''}`}>
      <legend className="mb-1.5 text-sm font-semibold">Steps it teaches</legend>
      <div className="grid gap-x-2 rounded-s border border-control bg-surface p-1.5 sm:grid-cols-2 sm:gap-y-0.5">
        {steps.map((step) => {
          const checked = chosen.includes(step.id)
          return (
            <label
              key={step.id}
              className={clsx(
                'flex min-h-11 items-center gap-2.5 rounded-s px-2 text-sm has-focus-visible:outline-2 has-focus-visible:outline-accent sm:min-h-8.5',
                checked ? 'bg-sunken font-semibold' : 'hover:bg-sunken',
                full && !checked && 'text-ink-3',
              )}
            >
              <input
                type="checkbox"
                checked={checked}
                aria-disabled={(full && !checked) || undefined}
                onChange={() => {
                  if (checked) onChange(chosen.filter((one) => one !== step.id))
                  else if (!full) onChange([...chosen, step.id])
                }}
                className="size-4 accent-accent outline-none"
              />
              <StepMark line={step.line} />
              <span>
                {step.position} · {step.title}
              </span>
            </label>
          )
        })}
      </div>
      <p id={`${id}-hint`} aria-live="polite" className="mt-1.5 text-xs text-ink-3">
        {full
          ? 'Five steps chosen, which is the most. Take one off to choose another.'
          : `Choose one to five: whoever learns these steps will find the project. ${chosen.length} chosen.`}
      </p>
      {error && (
        <p id={`${id}-error`} className="mt-1.5 flex items-start gap-1.5 text-sm text-bad">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {error}
        </p>
      )}
    </fieldset>
  )
}
