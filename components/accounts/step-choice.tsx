'use client'
import clsx from 'clsx'
import { CircleAlert } from 'lucide-react'
import { useId } from 'react'
import { StepMark } from '@/components/ui/step-mark'
import type { StepRef } from '@/contracts/views'

/** One step of the roadmap, as a group of radio buttons: the arrow keys go through them. */
export function StepChoice({
  steps,
  chosen,
  label,
  error,
  onChange,
}: {
  steps: StepRef[]
  chosen: string
  label: string
  error?: string
  onChange: (stepId: string) => void
}) {
  const id = useId()
  return (
    <div
      role="radiogroup"
      aria-label={label}
      aria-describedby={error ? `${id}-error` : undefined}
      data-field="stepId"
      className="flex flex-col gap-1.5"
    >
      <div className="grid gap-x-2 rounded-s border border-control bg-surface p-1.5 min-[24rem]:grid-cols-2 sm:grid-cols-3 sm:gap-y-0.5">
        {steps.map((step) => (
          <label
            key={step.id}
            className={clsx(
              'flex min-h-11 items-center gap-2.5 rounded-s px-2 text-sm has-focus-visible:outline-2 has-focus-visible:outline-accent sm:min-h-8.5',
              step.id === chosen ? 'bg-sunken font-semibold' : 'hover:bg-sunken',
            )}
          >
            <input
              type="radio"
              name={`${id}-step`}
              checked={step.id === chosen}
              onChange={() => onChange(step.id)}
              className="size-4 shrink-0 accent-accent outline-none"
            />
            <StepMark line={step.line} className="max-sm:hidden" />
            <span>
              <span className="max-sm:sr-only">{step.position} · </span>
              {step.title}
            </span>
          </label>
        ))}
      </div>
      {error && (
        <p id={`${id}-error`} className="flex items-start gap-1.5 text-sm text-bad">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {error}
        </p>
      )}
    </div>
  )
}
