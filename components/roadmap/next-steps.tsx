import clsx from 'clsx'
import { ArrowLeft, ArrowRight } from 'lucide-react'
import Link from 'next/link'
import { StepMark } from '@/components/ui/step-mark'
import type { StepRef } from '@/contracts/views'

/** The stations on either side. */
export function NextSteps({ previous, next }: { previous: StepRef | null; next: StepRef | null }) {
  return (
    <nav aria-label="Steps before and after" className="mt-12 grid gap-3 sm:grid-cols-2">
      {previous && <Neighbour step={previous} way="previous" />}
      {next && <Neighbour step={next} way="next" />}
    </nav>
  )
}

function Neighbour({ step, way }: { step: StepRef; way: 'previous' | 'next' }) {
  const Arrow = way === 'next' ? ArrowRight : ArrowLeft
  return (
    <Link
      href={`/roadmap/${step.id}`}
      className={clsx(
        'flex items-center gap-3 rounded-m border border-line bg-surface p-4 hover:border-control',
        way === 'next' && 'sm:col-start-2 sm:flex-row-reverse sm:text-right',
      )}
    >
      <Arrow aria-hidden className="size-4 shrink-0 text-ink-3" />
      <span>
        <span className="block text-xs text-ink-3">
          {way === 'next' ? 'Next step' : 'Previous step'}
        </span>
        <span className="inline-flex items-center gap-2 font-semibold">
          <StepMark line={step.line} />
          {step.position} · {step.title}
        </span>
      </span>
    </Link>
  )
}
