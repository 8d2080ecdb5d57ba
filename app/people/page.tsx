import clsx from 'clsx'
import { ListFilter } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { openDirectRoomAction } from '@/app/rooms/actions'
import { requireActor } from '@/app/session'
import { MorePeople } from '@/components/people/more-people'
import { PeopleEmpty } from '@/components/people/people-empty'
import { PeopleFilters, PeopleSearch } from '@/components/people/people-filters'
import { countPeopleFilters, peopleUrl } from '@/components/people/people-url'
import { PersonFoundCard } from '@/components/people/person-found-card'
import { type PeopleInput, peopleInput } from '@/contracts/inputs'
import { listSkills } from '@/domain/accounts/list-skills'
import { listPeople } from '@/domain/people/list-people'
import { getRoadmap } from '@/domain/roadmap/get-roadmap'

export const metadata: Metadata = { title: 'People' }

export default async function People({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const actor = await requireActor()
  const filters = peopleInput.parse(await searchParams)
  const [page, roadmap, catalogue] = await Promise.all([
    listPeople(actor, filters),
    getRoadmap(actor),
    listSkills(),
  ])
  const choices = {
    filters,
    catalogue,
    hasHours: page.hasHours,
    steps: roadmap.steps.map(({ id, position, title, line }) => ({ id, position, title, line })),
  }
  const chosen = countPeopleFilters(filters)
  return (
    <div className="page grid gap-x-7 gap-y-5 py-6 lg:grid-cols-[16.5rem_minmax(0,1fr)] lg:py-8">
      <aside aria-label="Filters" className="hidden lg:block">
        <PeopleFilters {...choices} />
      </aside>
      <div className="flex min-w-0 flex-col gap-4">
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <h1 className="text-2xl">People</h1>
          {page.hasHours && <SortLinks filters={filters} />}
        </div>
        <PeopleSearch filters={filters} />
        <details className="rounded-m border border-line bg-surface lg:hidden">
          <summary className="flex min-h-11 list-none items-center gap-2 px-4 text-sm font-semibold [&::-webkit-details-marker]:hidden">
            <ListFilter aria-hidden className="size-4" />
            Filters
            {chosen > 0 && <span className="tabular font-normal text-ink-2">{chosen} chosen</span>}
          </summary>
          <div className="border-t border-line px-4 py-4">
            <PeopleFilters {...choices} />
          </div>
        </details>
        {filters.sort === 'overlap' && page.hasHours && (
          <p className="text-xs text-ink-3">
            Most hours together first, among the 500 people who were here last.
          </p>
        )}
        {page.people.length > 0 ? (
          <ul aria-label="People" className="grid gap-4 sm:grid-cols-2">
            {page.people.map((person) => (
              <li key={person.id} className="min-w-0">
                <PersonFoundCard person={person} message={openDirectRoomAction} />
              </li>
            ))}
          </ul>
        ) : (
          <PeopleEmpty filters={filters} page={page} />
        )}
        <MorePeople filters={filters} page={page} />
      </div>
    </div>
  )
}

const sorts = [
  ['active', 'Here last'],
  ['overlap', 'Most hours together'],
] as const

function SortLinks({ filters }: { filters: PeopleInput }) {
  return (
    <nav aria-label="Sort" className="flex rounded-s border border-control bg-surface p-0.5">
      {sorts.map(([sort, label]) => (
        <Link
          key={sort}
          href={peopleUrl({ ...filters, sort, after: undefined, shown: 1 })}
          scroll={false}
          aria-current={filters.sort === sort ? 'true' : undefined}
          className={clsx(
            'inline-flex min-h-10 items-center rounded-[4px] px-3 text-sm sm:min-h-8',
            filters.sort === sort ? 'bg-sunken font-semibold' : 'text-ink-2 hover:text-ink',
          )}
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}
