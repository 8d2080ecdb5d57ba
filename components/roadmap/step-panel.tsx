import { Badge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/button'
import { StepMark } from '@/components/ui/step-mark'
import type { FormAction } from '@/contracts/form-state'
import type { StarterIdea, StepSummary } from '@/contracts/views'
import { IdeaList } from './idea-list'
import { StepActions } from './step-actions'
import { StepStanding } from './step-standing'

/** The step one is on, below the picture: what it is about, what to do, what to build. */
export function StepPanel({
  step,
  ideas,
  action,
}: {
  step: StepSummary
  ideas: StarterIdea[]
  /** Absent: nobody is signed in, so there is no progress to move. */
  action?: FormAction
}) {
  return (
    <section
      aria-labelledby="current-step"
      className="grid gap-x-12 gap-y-8 rounded-l border border-line bg-surface p-5 md:p-8 lg:grid-cols-[minmax(0,5fr)_minmax(0,4fr)]"
    >
      <div className="flex flex-col items-start">
        <p className="flex items-center gap-2 text-xs text-ink-2">
          <StepMark line={step.line} state={step.state} />
          <StepStanding step={step} signedIn={action !== undefined} />
        </p>
        <h2 id="current-step" className="mt-2 text-xl">
          {step.title}
        </h2>
        <p className="mt-1.5 max-w-prose text-ink-2">{step.summary}</p>
        <ul aria-label="Topics" className="mt-4 flex flex-wrap gap-1.5">
          {step.topics.map((topic) => (
            <li key={topic}>
              <Badge>{topic}</Badge>
            </li>
          ))}
        </ul>
        <div className="mt-5 flex flex-wrap items-center gap-2">
          <LinkButton look="accent" href={`/projects?step=${step.id}`}>
            {step.openProjects === 0
              ? 'Projects on this step'
              : `${step.openProjects} open ${step.openProjects === 1 ? 'project' : 'projects'}`}
          </LinkButton>
          {action ? (
            <StepActions step={step} action={action} />
          ) : (
            <LinkButton href={`/roadmap/${step.id}`}>Read about this step</LinkButton>
          )}
        </div>
      </div>
      <div>
        <h3 className="mb-3 font-text text-sm tracking-normal">Ideas to start from</h3>
        <IdeaList stepId={step.id} ideas={ideas} />
      </div>
    </section>
  )
}
