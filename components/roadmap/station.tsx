import clsx from 'clsx'
import { Check } from 'lucide-react'
import Link from 'next/link'
import { lineBackground } from '@/components/ui/avatar'
import { Badge } from '@/components/ui/badge'
import { lineBorder } from '@/components/ui/step-mark'
import type { StepSummary } from '@/contracts/views'

/** How a viewer's own state is said in words, for those who do not see the ring. */
const said = { not_started: '', learning: ', learning', done: ', done', skipped: ', skipped' }

/** One stop of the line: the ring and the name are one link; pointing at it opens a short card. */
export function Station({
  step,
  current,
  last,
  card,
}: {
  step: StepSummary
  current: boolean
  last: boolean
  /** Which way the card opens, so that it stays inside the picture. */
  card: 'start' | 'middle' | 'end'
}) {
  return (
    <div className="group/station relative">
      {!last && (
        <span
          aria-hidden
          className={clsx(
            'absolute top-6 -bottom-6 left-[1.125rem] w-1 @min-[40rem]:hidden',
            lineBackground[step.line],
          )}
        />
      )}
      <Link
        href={`/roadmap/${step.id}`}
        className="relative flex min-h-14 items-center gap-4 rounded-s py-1 pr-2 @min-[40rem]:mx-auto @min-[40rem]:w-[7.25rem] @min-[40rem]:flex-col @min-[40rem]:gap-1.5 @min-[40rem]:p-0 @min-[40rem]:text-center @min-[60rem]:w-44"
      >
        <span className="flex size-10 shrink-0 items-center justify-center">
          <Ring line={step.line} state={step.state} current={current} />
        </span>
        <span className="flex min-w-0 flex-1 items-baseline justify-between gap-3 @min-[40rem]:flex-col @min-[40rem]:items-center @min-[40rem]:gap-0">
          <span className="text-balance font-semibold group-hover/station:underline @min-[40rem]:text-sm @min-[40rem]:leading-tight @min-[60rem]:text-[0.9375rem]">
            <span className="sr-only">Step {step.position}: </span>
            {step.title}
          </span>
          <span className="tabular shrink-0 text-xs text-ink-3">
            {step.openProjects} open
            <span className="sr-only">
              {' '}
              {step.openProjects === 1 ? 'project' : 'projects'}
              {said[step.state]}
            </span>
          </span>
        </span>
      </Link>
      <div
        className={clsx(
          'invisible absolute top-full z-20 hidden w-72 pt-2 opacity-0 transition-opacity duration-150 @min-[40rem]:block',
          'group-hover/station:visible group-hover/station:opacity-100 group-hover/station:delay-200 group-focus-within/station:visible group-focus-within/station:opacity-100',
          'group-data-dismissed/line:invisible! pointer-coarse:hidden!',
          card === 'start' && 'left-0',
          card === 'middle' && 'left-1/2 -translate-x-1/2',
          card === 'end' && 'right-0',
        )}
      >
        <div className="flex flex-col gap-2.5 rounded-m border border-line-strong bg-surface p-3.5 text-left text-sm shadow-raised">
          <p className="text-ink-2">{step.summary}</p>
          <ul aria-label="Topics" className="flex flex-wrap gap-1">
            {step.topics.slice(0, 5).map((topic) => (
              <li key={topic}>
                <Badge>{topic}</Badge>
              </li>
            ))}
          </ul>
          <p className="tabular text-xs text-ink-3">
            {step.openProjects} open {step.openProjects === 1 ? 'project' : 'projects'} ·{' '}
            {step.learners} learning it
          </p>
        </div>
      </div>
    </div>
  )
}

/** Hollow; a larger ring with a dot where one is; filled with a tick when done. */
function Ring({
  line,
  state,
  current,
}: {
  line: number
  state: StepSummary['state']
  current: boolean
}) {
  const done = state === 'done'
  const dotted = current || state === 'learning'
  return (
    <span
      aria-hidden
      className={clsx(
        'flex items-center justify-center rounded-full',
        current ? 'size-9 border-[5px]' : 'size-7 border-4',
        lineBorder[line],
        done ? lineBackground[line] : 'bg-surface',
        state === 'skipped' && 'border-dashed',
      )}
    >
      {done && <Check className="size-4 text-on-line" strokeWidth={3} />}
      {!done && dotted && (
        <span
          className={clsx('rounded-full', current ? 'size-2.5' : 'size-2', lineBackground[line])}
        />
      )}
    </span>
  )
}
