import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { PeopleInput } from '@/contracts/inputs'
import type { PeoplePage } from '@/contracts/views'
import { countPeopleFilters } from './people-url'

export function PeopleEmpty({ filters, page }: { filters: PeopleInput; page: PeoplePage }) {
  if (filters.overlap !== null && !page.hasHours)
    return (
      <EmptyState
        action={
          <LinkButton look="accent" href="/settings/profile">
            Draw your hours
          </LinkButton>
        }
      >
        Nobody’s hours can be compared with yours yet. Say in your profile when you are free.
      </EmptyState>
    )
  if (page.next)
    return <EmptyState>Nobody among the people who were here last. Look further below.</EmptyState>
  if (filters.q || countPeopleFilters(filters) > 0)
    return (
      <EmptyState action={<LinkButton href="/people">Clear filters</LinkButton>}>
        Nobody matches all of this. Take some filters off to see more people.
      </EmptyState>
    )
  return (
    <EmptyState action={<LinkButton href="/projects">Browse projects</LinkButton>}>
      The people who build here stand in this list. Nobody else is in it yet.
    </EmptyState>
  )
}
