import clsx from 'clsx'
import { ListFilter, Rss } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { listZones } from '@/app/projects/list-zones'
import { getViewer } from '@/app/session'
import { BrowseEmpty } from '@/components/projects/browse-empty'
import { BrowseFilters } from '@/components/projects/browse-filters'
import { BrowseSearch } from '@/components/projects/browse-search'
import { browseUrl, countFilters, feedUrl, firstOf } from '@/components/projects/browse-url'
import { countWords } from '@/components/projects/count-words'
import { LoadMore } from '@/components/projects/load-more'
import { ProjectCard } from '@/components/projects/project-card'
import { type BrowseInput, browseInput } from '@/contracts/inputs'
import { browseProjects } from '@/domain/projects/browse-projects'
import { sortOf } from '@/domain/projects/sort-of'

type Params = { searchParams: Promise<Record<string, string | string[] | undefined>> }

async function readFilters({ searchParams }: Params): Promise<BrowseInput> {
  const filters = browseInput.parse(await searchParams)
  const viewer = await getViewer()
  return { ...filters, zone: filters.zone || viewer?.timeZone || '' }
}

export async function generateMetadata(params: Params): Promise<Metadata> {
  const filters = await readFilters(params)
  return {
    title: filters.q ? `Projects: ${filters.q}` : 'Projects',
    description: 'Projects with a free seat, by step of the roadmap, skill and stage.',
    alternates: {
      canonical: browseUrl({ ...filters, sort: undefined, pages: 1 }),
      types: { 'application/atom+xml': feedUrl(filters) },
    },
  }
}

export default async function BrowseProjects(params: Params) {
  const filters = await readFilters(params)
  const page = await browseProjects(await getViewer(), filters)
  const zones = filters.near ? listZones([filters.zone]) : []
  const chosen = countFilters(filters)
  return (
    <div className="page grid gap-x-7 gap-y-5 py-6 lg:grid-cols-[16.5rem_minmax(0,1fr)] lg:py-8">
      <aside aria-label="Filters" className="hidden lg:-ml-2 lg:block">
        <BrowseFilters filters={filters} page={page} zones={zones} />
      </aside>
      <div className="flex min-w-0 flex-col gap-4">
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <h1 className="text-2xl">Projects</h1>
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 max-sm:w-full">
            <p role="status" className="tabular text-sm text-ink-2">
              {countWords(page.total)} {page.total.count === 1 ? 'matches' : 'match'}
            </p>
            <SortLinks filters={filters} />
          </div>
        </div>
        <BrowseSearch filters={filters} />
        {page.corrected && (
          <p className="text-sm text-ink-2">
            Nothing has “{filters.q}”. These have{' '}
            <Link
              href={browseUrl(firstOf({ ...filters, q: page.corrected }))}
              className="font-semibold text-ink underline underline-offset-4"
            >
              {page.corrected}
            </Link>
            .
          </p>
        )}
        <details className="rounded-m border border-line bg-surface lg:hidden">
          <summary className="flex min-h-11 list-none items-center gap-2 px-4 text-sm font-semibold [&::-webkit-details-marker]:hidden">
            <ListFilter aria-hidden className="size-4" />
            Filters
            {chosen > 0 && <span className="tabular font-normal text-ink-2">{chosen} chosen</span>}
          </summary>
          <div className="border-t border-line px-3 py-4">
            <BrowseFilters filters={filters} page={page} zones={zones} />
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
        <LoadMore filters={filters} next={page.next} />
        <a
          href={feedUrl(filters)}
          className="inline-flex min-h-11 items-center gap-2 self-start text-sm text-ink-2 underline-offset-4 hover:text-ink hover:underline sm:min-h-8"
        >
          <Rss aria-hidden className="size-4" />
          Feed of this list
        </a>
      </div>
    </div>
  )
}

const sorts = [
  ['best', 'Best match'],
  ['newest', 'Newest'],
  ['needed', 'Most needed'],
] as const

function SortLinks({ filters }: { filters: BrowseInput }) {
  const chosen = sortOf(filters)
  const offered = filters.q ? sorts : sorts.slice(1)
  return (
    <nav aria-label="Sort" className="flex rounded-s border border-control bg-surface p-0.5">
      {offered.map(([sort, label], at) => (
        <Link
          key={sort}
          // The first is what the list does by itself.
          href={browseUrl(firstOf({ ...filters, sort: at === 0 ? undefined : sort }))}
          scroll={false}
          aria-current={chosen === sort ? 'true' : undefined}
          className={clsx(
            'inline-flex min-h-10 items-center rounded-[4px] px-3 text-sm whitespace-nowrap sm:min-h-8',
            chosen === sort ? 'bg-sunken font-semibold' : 'text-ink-2 hover:text-ink',
          )}
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}
