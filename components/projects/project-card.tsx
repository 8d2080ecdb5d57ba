import clsx from 'clsx'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { SeatStack } from '@/components/ui/avatar'
import { Badge } from '@/components/ui/badge'
import { StepLabel } from '@/components/ui/step-mark'
import type { ProjectCard as Project } from '@/contracts/views'
import type { ProjectStatus } from '@/contracts/vocabulary'
import { answerTime } from './answer-time'

/** Open is the usual case and needs no word. */
const stages: Partial<Record<ProjectStatus, string>> = {
  draft: 'Draft',
  in_progress: 'In progress',
  completed: 'Completed',
  paused: 'Paused',
  abandoned: 'Abandoned',
  archived: 'Archived',
}

/** A project at a glance. The whole card leads to its page; the step names lead to their steps. */
export function ProjectCard({
  project,
  headingLevel = 3,
  className,
  children,
}: {
  project: Project
  headingLevel?: 2 | 3 | 4
  className?: string
  /** What the list that it stands in has to say of it. */
  children?: ReactNode
}) {
  const Heading = `h${headingLevel}` as const
  const takesMembers =
    project.acceptingMembers && (project.status === 'open' || project.status === 'in_progress')
  const free = takesMembers ? Math.max(0, project.seats - project.filled) : 0
  const stage = stages[project.status]
  return (
    <article
      className={clsx(
        'relative flex h-full flex-col rounded-m border border-line bg-surface p-4 transition-colors duration-150 hover:border-control sm:p-5',
        'has-[h2_a:focus-visible,h3_a:focus-visible,h4_a:focus-visible]:outline-2 has-[h2_a:focus-visible,h3_a:focus-visible,h4_a:focus-visible]:outline-accent has-[h2_a:focus-visible,h3_a:focus-visible,h4_a:focus-visible]:outline-offset-2',
        className,
      )}
    >
      <div className="flex items-start justify-between gap-3">
        <ul aria-label="Steps" className="flex flex-wrap gap-x-3.5">
          {project.steps.map((step) => (
            <li key={step.id}>
              <StepLabel step={step} />
            </li>
          ))}
        </ul>
        {stage && <Badge tone={project.status === 'completed' ? 'good' : 'plain'}>{stage}</Badge>}
      </div>
      <Heading className="mt-1.5 text-lg leading-snug">
        <Link
          href={`/projects/${project.slug}`}
          className="outline-none after:absolute after:inset-0 after:rounded-m"
        >
          {project.title}
        </Link>
      </Heading>
      <p className="mt-1 text-sm text-ink-2">{project.pitch}</p>
      <div className="mt-auto flex flex-wrap items-center gap-x-3 gap-y-2 pt-4">
        <SeatStack people={project.members} free={free} />
        <p className="tabular text-xs text-ink-3">
          {free > 0 ? `${free} of ${project.seats} seats free` : 'No free seats'}
          {' · '}
          {project.hoursPerWeek} h a week
          {free > 0 && project.answerSeconds !== null && (
            <> · Usually answers {answerTime(project.answerSeconds)}</>
          )}
        </p>
      </div>
      {children}
    </article>
  )
}
