import Link from 'next/link'
import type { MatchesPage } from '@/contracts/matching'
import { MatchesEmpty } from './matches-empty'
import { ProjectMatchCard } from './project-match-card'

/** The list of projects in the order in which they suit the viewer. */
export function MatchList({ page }: { page: MatchesPage }) {
  if (page.matches.length === 0) return <MatchesEmpty page={page} />
  return (
    <>
      <p className="text-sm text-ink-2">
        {page.matches.length === 1 ? 'The best one' : `The best ${page.matches.length}`} for you, by
        what the teams lack and you bring, the steps you learn, and the time you have in common.
        Teams with no free seat or no hour in common with you are left out, and what is not known of
        you counts as average:{' '}
        <Link href="/settings/profile" className="underline underline-offset-4 hover:text-ink">
          tell more
        </Link>
        .
      </p>
      <ol className="flex flex-col gap-4">
        {page.matches.map((match) => (
          <li key={match.project.id}>
            <ProjectMatchCard match={match} headingLevel={2} />
          </li>
        ))}
      </ol>
    </>
  )
}
