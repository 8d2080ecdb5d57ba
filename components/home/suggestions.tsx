import { ProjectCard } from '@/components/projects/project-card'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { HomePage } from '@/contracts/views'

export function Suggestions({ home }: { home: HomePage }) {
  const { currentStep, learning, suggestions } = home
  const fitting =
    learning &&
    suggestions.some((project) => project.steps.some((step) => step.id === currentStep?.id))
  return (
    <section aria-labelledby="suggestions">
      <div className="mb-4 flex items-center justify-between gap-4">
        <h2 id="suggestions" className="text-xl">
          {fitting ? 'Open on your steps' : 'Teams with a free seat'}
        </h2>
        <LinkButton
          look="quiet"
          size="s"
          className="-mr-3"
          href={fitting ? `/projects?step=${currentStep?.id}` : '/projects'}
        >
          See more
        </LinkButton>
      </div>
      {suggestions.length === 0 ? (
        <EmptyState
          action={
            <LinkButton href="/projects/new" prefetch={false}>
              Post a project
            </LinkButton>
          }
        >
          Projects on the steps you learn stand here. None has a free seat now; you could start one.
        </EmptyState>
      ) : (
        <ul className="grid gap-4 md:grid-cols-2 lg:grid-cols-1 xl:grid-cols-2">
          {suggestions.map((project) => (
            <li key={project.id}>
              <ProjectCard project={project} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
