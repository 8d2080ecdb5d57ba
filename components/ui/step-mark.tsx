import clsx from 'clsx'
import { Check } from 'lucide-react'
import Link from 'next/link'
import type { StepRef } from '@/contracts/views'
import type { StepState } from '@/contracts/vocabulary'

export const lineBorder: Record<number, string> = {
  1: 'border-line-1',
  2: 'border-line-2',
  3: 'border-line-3',
  4: 'border-line-4',
  5: 'border-line-5',
}
const fills: Record<number, string> = {
  1: 'bg-line-1',
  2: 'bg-line-2',
  3: 'bg-line-3',
  4: 'bg-line-4',
  5: 'bg-line-5',
}

/** The ring of a step: hollow, with a dot while learning, filled with a tick when done. */
export function StepMark({
  line,
  state = 'not_started',
  className,
}: {
  line: number
  state?: StepState
  className?: string
}) {
  return (
    <span
      aria-hidden
      className={clsx(
        'inline-flex size-2.5 shrink-0 items-center justify-center rounded-full border-2',
        lineBorder[line],
        state === 'done' && fills[line],
        className,
      )}
    >
      {state === 'done' && <Check className="size-full text-on-line" strokeWidth={4} />}
      {state === 'learning' && <span className={clsx('size-[40%] rounded-full', fills[line])} />}
    </span>
  )
}

/** "8 · Databases" with its ring, linked to the step. */
export function StepLabel({ step, link = true }: { step: StepRef; link?: boolean }) {
  const content = (
    <>
      <StepMark line={step.line} />
      {step.position} · {step.title}
    </>
  )
  const look = 'inline-flex min-h-6 items-center gap-1.5 text-xs text-ink-2'
  return link ? (
    <Link
      href={`/roadmap/${step.id}`}
      className={clsx(look, 'relative z-10 hover:text-ink hover:underline')}
    >
      {content}
    </Link>
  ) : (
    <span className={look}>{content}</span>
  )
}
