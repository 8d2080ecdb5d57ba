import { ProjectCard } from '@/components/projects/project-card'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { ProjectCard as Project } from '@/contracts/views'

/** Teams that one could join today. */
export function FreeSeats({ projects }: { projects: Project[] }) {
  return (
    <section aria-labelledby="free-seats" className="mt-14">
      <div className="mb-4 flex items-center justify-between gap-4">
        <h2 id="free-seats" className="text-xl">
          Teams with a free seat
        </h2>
        <LinkButton look="quiet" href="/projects" className="-mr-4">
          All projects
        </LinkButton>
      </div>
      {projects.length === 0 ? (
        <EmptyState
          action={
            <LinkButton href="/projects/new" prefetch={false}>
              Post an idea
            </LinkButton>
          }
        >
          Teams that look for people stand here. None does at the moment: post the first idea.
        </EmptyState>
      ) : (
        <ul className="grid gap-4 md:grid-cols-2">
          {projects.map((project) => (
            <li key={project.id}>
              <ProjectCard project={project} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
