import clsx from 'clsx'
import { ListFilter } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getViewer } from '@/app/session'
import { BrowseEmpty } from '@/components/projects/browse-empty'
import { BrowseFilters } from '@/components/projects/browse-filters'
import { BrowseSearch } from '@/components/projects/browse-search'
import { browseUrl, countFilters } from '@/components/projects/browse-url'
import { ProjectCard } from '@/components/projects/project-card'
import { LinkButton } from '@/components/ui/button'
import { type BrowseInput, browseInput } from '@/contracts/inputs'
import { browseProjects } from '@/domain/projects/browse-projects'

export const metadata: Metadata = {
  title: 'Projects',
  description: 'Projects with a free seat, by step of the roadmap, skill and stage.',
}

export default async function BrowseProjects({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const filters = browseInput.parse(await searchParams)
  const page = await browseProjects(await getViewer(), filters)
  const chosen = countFilters(filters)
  return (
    <div className="page grid gap-x-7 gap-y-5 py-6 lg:grid-cols-[16.5rem_minmax(0,1fr)] lg:py-8">
      <aside aria-label="Filters" className="hidden lg:-ml-2 lg:block">
        <BrowseFilters filters={filters} page={page} />
      </aside>
      <div className="flex min-w-0 flex-col gap-4">
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <h1 className="text-2xl">Projects</h1>
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 max-sm:w-full">
            <p role="status" className="tabular text-sm text-ink-2">
              {page.total.toLocaleString('en')} {page.total === 1 ? 'matches' : 'match'}
            </p>
            <SortLinks filters={filters} />
          </div>
        </div>
        <BrowseSearch filters={filters} />
        <details className="rounded-m border border-line bg-surface lg:hidden">
          <summary className="flex min-h-11 list-none items-center gap-2 px-4 text-sm font-semibold [&::-webkit-details-marker]:hidden">
            <ListFilter aria-hidden className="size-4" />
            Filters
            {chosen > 0 && <span className="tabular font-normal text-ink-2">{chosen} chosen</span>}
          </summary>
          <div className="border-t border-line px-3 py-4">
            <BrowseFilters filters={filters} page={page} />
          </div>
        </details>
        {page.projects.length === 0 ? (
          <BrowseEmpty filters={filters} page={page} />
        ) : (
          <ul className="flex flex-col gap-4">
            {page.projects.map((project) => (
              <li key={project.id}>
                <ProjectCard project={project} headingLevel={2} />
              </li>
            ))}
          </ul>
        )}
        {(page.next || filters.after) && (
          <nav aria-label="Pages" className="flex flex-wrap items-center gap-2 pt-2">
            {page.next && (
              <LinkButton href={browseUrl({ ...filters, after: page.next })}>
                Show the next projects
              </LinkButton>
            )}
            {filters.after && (
              <LinkButton look="quiet" href={browseUrl({ ...filters, after: undefined })}>
                Back to the first
              </LinkButton>
            )}
          </nav>
        )}
      </div>
    </div>
  )
}

const sorts = [
  ['newest', 'Newest'],
  ['needed', 'Most needed'],
] as const

function SortLinks({ filters }: { filters: BrowseInput }) {
  return (
    <nav aria-label="Sort" className="flex rounded-s border border-control bg-surface p-0.5">
      {sorts.map(([sort, label]) => (
        <Link
          key={sort}
          href={browseUrl({ ...filters, sort, after: undefined })}
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
