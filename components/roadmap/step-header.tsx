import { Badge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/button'
import { StepLabel, StepMark } from '@/components/ui/step-mark'
import type { FormAction } from '@/contracts/form-state'
import type { StepPage } from '@/contracts/views'
import { StepActions } from './step-actions'
import { StepStanding } from './step-standing'

/** What the step is, what one can do after it, and one's own progress. */
export function StepHeader({ step, action }: { step: StepPage; action?: FormAction }) {
  const before = step.prerequisiteSteps.toSorted((a, b) => a.position - b.position)
  return (
    <header>
      <p className="flex items-center gap-2 text-sm text-ink-2">
        <StepMark line={step.line} state={step.state} className="size-3.5" />
        <StepStanding step={step} signedIn={action !== undefined} />
      </p>
      <h1 className="mt-2 text-2xl">{step.title}</h1>
      <p className="mt-3 max-w-[42rem] text-lg text-ink-2">{step.summary}</p>
      <ul aria-label="Topics" className="mt-4 flex flex-wrap gap-1.5">
        {step.topics.map((topic) => (
          <li key={topic}>
            <Badge>{topic}</Badge>
          </li>
        ))}
      </ul>
      {before.length > 0 && (
        <div className="mt-3 flex flex-wrap items-baseline gap-x-3 text-xs text-ink-3">
          Comes after
          <ul className="flex flex-wrap gap-x-3.5">
            {before.map((earlier) => (
              <li key={earlier.id}>
                <StepLabel step={earlier} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="mt-5 flex flex-wrap items-center gap-2">
        {action ? (
          <StepActions
            step={step}
            action={action}
            firstLook={step.state === 'done' ? 'outline' : 'accent'}
          />
        ) : (
          <LinkButton look="accent" href={`/sign-in?next=/roadmap/${step.id}`} prefetch={false}>
            Sign in to keep your progress
          </LinkButton>
        )}
      </div>
      <h2 className="mt-9 text-lg">When you are through, you can</h2>
      <ul className="mt-3 flex max-w-[42rem] flex-col gap-2">
        {step.outcomes.map((outcome) => (
          <li key={outcome} className="flex gap-3">
            <StepMark line={step.line} className="mt-2" />
            {outcome.replace(/^You can /, '')}
          </li>
        ))}
      </ul>
    </header>
  )
}
