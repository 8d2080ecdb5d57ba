import clsx from 'clsx'
import { ListFilter, Rss } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { after } from 'next/server'
import { listZones } from '@/app/projects/list-zones'
import { saveSearchAction } from '@/app/projects/saved/actions'
import { getViewer } from '@/app/session'
import { MatchList } from '@/components/matching/match-list'
import { BrowseEmpty } from '@/components/projects/browse-empty'
import { BrowseFilters } from '@/components/projects/browse-filters'
import { BrowseSearch } from '@/components/projects/browse-search'
import { browseUrl, countFilters, feedUrl, firstOf } from '@/components/projects/browse-url'
import { countWords } from '@/components/projects/count-words'
import { LoadMore } from '@/components/projects/load-more'
import { ProjectCard } from '@/components/projects/project-card'
import { LazySaveSearch } from '@/components/searches/lazy-save-search'
import { searchWords } from '@/components/searches/search-words'
import { type BrowseInput, browseInput } from '@/contracts/inputs'
import type { MatchesPage } from '@/contracts/matching'
import { isNarrow, type SearchFilters, savedFilters } from '@/contracts/searches'
import type { Actor } from '@/domain/actor'
import { listMatchesForPerson } from '@/domain/matching/list-matches-for-person'
import { recordImpressions } from '@/domain/matching/record-impressions'
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
  const viewer = await getViewer()
  const search = savedFilters.parse(filters)
  const [page, matches] = await Promise.all([
    browseProjects(viewer, filters),
    viewer && filters.sort === 'you' ? findMatches(viewer, search) : null,
  ])
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
            <SortLinks filters={filters} signedIn={viewer !== null} />
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
        {matches ? (
          <MatchList page={matches} />
        ) : page.projects.length === 0 ? (
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
        {!matches && <LoadMore filters={filters} next={page.next} />}
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          {viewer && isNarrow(search) && (
            <LazySaveSearch
              filters={search}
              words={searchWords(search, page)}
              save={saveSearchAction}
            />
          )}
          {viewer && (
            <Link
              href="/projects/saved"
              className="inline-flex min-h-11 items-center text-sm text-ink-2 underline-offset-4 hover:text-ink hover:underline sm:min-h-8"
            >
              Saved searches
            </Link>
          )}
          <a
            href={feedUrl(filters)}
            className="inline-flex min-h-11 items-center gap-2 text-sm text-ink-2 underline-offset-4 hover:text-ink hover:underline sm:min-h-8"
          >
            <Rss aria-hidden className="size-4" />
            Feed of this list
          </a>
        </div>
      </div>
    </div>
  )
}

/** The best of the list for the viewer; that they are shown is noted once the page is sent. */
async function findMatches(viewer: Actor, filters: SearchFilters): Promise<MatchesPage> {
  const page = await listMatchesForPerson(viewer, {
    limit: 30,
    filters: isNarrow(filters) ? filters : undefined,
  })
  const projectIds = page.matches.map(({ project }) => project.id)
  after(() => recordImpressions(viewer, { projectIds }))
  return page
}

const sorts = [
  ['you', 'For you'],
  ['best', 'Best match'],
  ['newest', 'Newest'],
  ['needed', 'Most needed'],
] as const

function SortLinks({ filters, signedIn }: { filters: BrowseInput; signedIn: boolean }) {
  const byItself = filters.q ? 'best' : 'newest'
  const chosen = signedIn && filters.sort === 'you' ? 'you' : sortOf(filters)
  const offered = sorts.filter(
    ([sort]) => (sort !== 'you' || signedIn) && (sort !== 'best' || filters.q),
  )
  return (
    <nav
      aria-label="Sort"
      className="flex flex-wrap rounded-s border border-control bg-surface p-0.5"
    >
      {offered.map(([sort, label]) => (
        <Link
          key={sort}
          // What the list does by itself needs no word in its address.
          href={browseUrl(firstOf({ ...filters, sort: sort === byItself ? undefined : sort }))}
          scroll={false}
          aria-current={chosen === sort ? 'true' : undefined}
          className={clsx(
            'inline-flex min-h-10 items-center rounded-[4px] px-3 text-sm whitespace-nowrap max-sm:px-2.5 sm:min-h-8',
            chosen === sort ? 'bg-sunken font-semibold' : 'text-ink-2 hover:text-ink',
          )}
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}
