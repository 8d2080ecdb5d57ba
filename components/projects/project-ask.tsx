import { Badge } from '@/components/ui/badge'
import { StepLabel } from '@/components/ui/step-mark'
import type { ProjectPage } from '@/contracts/views'
import { answerTime } from './answer-time'
import { stageNames } from './stage-words'
import { WorkingWindow } from './working-window'

/** What is built, for how many hours, and at which hours of whose day. */
export function ProjectAsk({ project }: { project: ProjectPage }) {
  const free = project.openings.reduce(
    (sum, one) => sum + (one.status === 'open' ? one.seats - one.filled : 0),
    0,
  )
  const over = project.status === 'completed' || project.status === 'archived'
  const facts = [
    ...(over ? [] : [[free === 1 ? 'Free seat' : 'Free seats', `${free} of ${project.seats}`]]),
    ['From each person', `${project.hoursPerWeek} h a week`],
    ...(!over && project.answerSeconds !== null
      ? [['Usually answers', answerTime(project.answerSeconds)]]
      : []),
    [project.team.length === 1 ? 'Person on it' : 'People on it', String(project.team.length)],
  ]
  return (
    <header className="flex flex-col gap-5">
      <div>
        <div className="mb-2 flex flex-wrap items-center gap-x-3.5 gap-y-1">
          {project.steps.map((step) => (
            <StepLabel key={step.id} step={step} />
          ))}
          {project.status !== 'open' && (
            <Badge tone={project.status === 'completed' ? 'good' : 'plain'}>
              {stageNames[project.status]}
            </Badge>
          )}
        </div>
        <h1 className="text-2xl">{project.title}</h1>
        <p className="mt-2 max-w-prose text-lg text-ink-2">{project.pitch}</p>
        {project.status === 'draft' && (
          <p className="mt-3 text-sm text-ink-2">
            This is a draft: nobody but the team sees it until you post it.
          </p>
        )}
      </div>
      <dl className="flex flex-wrap gap-x-10 gap-y-3">
        {facts.map(([name, value]) => (
          <div key={name} className="flex flex-col-reverse">
            <dt className="text-sm text-ink-2">{name}</dt>
            <dd className="tabular font-display text-xl font-[650]">{value}</dd>
          </div>
        ))}
      </dl>
      <section aria-labelledby="window-heading" className="max-w-xl">
        <h2 id="window-heading" className="mb-2 font-text text-sm font-semibold tracking-normal">
          When the team works
        </h2>
        <WorkingWindow
          start={project.windowStart}
          end={project.windowEnd % 1440}
          timeZone={project.timeZone}
          viewerZone={project.viewer.timeZone}
        />
      </section>
    </header>
  )
}
