import Link from 'next/link'
import { ProjectCard } from '@/components/projects/project-card'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { StepPage } from '@/contracts/views'

export function StepProjects({ step }: { step: StepPage }) {
  return (
    <section aria-labelledby="open-projects">
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="open-projects" className="text-xl">
          Open projects
          <span className="tabular ml-2 font-text text-sm font-normal tracking-normal text-ink-3">
            {step.openProjects}
          </span>
        </h2>
        {step.projects.length > 0 && (
          <Link
            href={`/projects?step=${step.id}`}
            className="inline-flex min-h-11 items-center text-sm font-semibold text-ink-2 hover:text-ink hover:underline sm:min-h-8"
          >
            See all in Projects
          </Link>
        )}
      </div>
      {step.projects.length === 0 ? (
        <EmptyState
          action={
            <LinkButton href={`/projects/new?step=${step.id}`} prefetch={false}>
              Post a project for this step
            </LinkButton>
          }
        >
          Projects that need people on {step.title} stand here. None is open now, so the first could
          be yours.
        </EmptyState>
      ) : (
        <ul className="grid gap-4 md:grid-cols-2 lg:grid-cols-1 xl:grid-cols-2">
          {step.projects.map((project) => (
            <li key={project.id}>
              <ProjectCard project={project} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
