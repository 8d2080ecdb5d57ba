import { LinkButton } from '@/components/ui/button'
import type { PeopleInput } from '@/contracts/inputs'
import type { PeoplePage } from '@/contracts/views'
import { peopleUrl } from './people-url'

const mostShown = 5

/** The list grows by a page at a time, in place; a long one goes on on a page of its own. */
export function MorePeople({ filters, page }: { filters: PeopleInput; page: PeoplePage }) {
  const { next, full } = page
  const grows = full && filters.shown < mostShown
  if (!next && !filters.after) return null
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center gap-2 pt-2">
      {next && grows && (
        <LinkButton
          href={peopleUrl({ ...filters, shown: filters.shown + 1 })}
          scroll={false}
          prefetch={false}
        >
          Load more people
        </LinkButton>
      )}
      {next && !grows && (
        <LinkButton href={peopleUrl({ ...filters, after: next, shown: 1 })} prefetch={false}>
          {full ? 'Show the next people' : 'Look further'}
        </LinkButton>
      )}
      {filters.after && (
        <LinkButton look="quiet" href={peopleUrl({ ...filters, after: undefined, shown: 1 })}>
          Back to the first
        </LinkButton>
      )}
    </nav>
  )
}
