import { LinkButton } from '@/components/ui/button'
import type { MatchesPage } from '@/contracts/matching'
import { MatchesEmpty } from './matches-empty'
import { ProjectMatchCard } from './project-match-card'

/** The best of what suits the viewer, on the home page. */
export function ProjectsForYou({ page }: { page: MatchesPage }) {
  return (
    <section aria-labelledby="for-you">
      <div className="mb-4 flex items-center justify-between gap-4">
        <h2 id="for-you" className="text-xl">
          Projects for you
        </h2>
        <LinkButton look="quiet" size="s" className="-mr-3" href="/projects?sort=you">
          See more
        </LinkButton>
      </div>
      {page.matches.length === 0 ? (
        <MatchesEmpty page={page} />
      ) : (
        <ul className="grid items-start gap-4 md:grid-cols-2 lg:grid-cols-1 xl:grid-cols-2">
          {page.matches.map((match) => (
            <li key={match.project.id}>
              <ProjectMatchCard match={match} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
