import type { Metadata } from 'next'
import { requireActor } from '@/app/session'
import { browseUrl, feedUrl } from '@/components/projects/browse-url'
import { SavedSearchRow, savedHeadingId } from '@/components/searches/saved-search-row'
import { searchWords } from '@/components/searches/search-words'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { listSavedSearches } from '@/domain/searches/list-saved-searches'
import { loadFilterNames } from '@/domain/searches/load-filter-names'
import { deleteSavedSearchAction, setSearchNewsAction } from './actions'

export const metadata: Metadata = { title: 'Saved searches' }

const actions = { setNews: setSearchNewsAction, remove: deleteSavedSearchAction }

export default async function SavedSearches() {
  const actor = await requireActor()
  const searches = await listSavedSearches(actor)
  const names = await loadFilterNames(searches.map(({ filters }) => filters))
  return (
    <div className="page max-w-[52rem] py-6 lg:py-8">
      <h1 id={savedHeadingId} tabIndex={-1} className="text-2xl">
        Saved searches
      </h1>
      <p className="mt-1 max-w-[42rem] text-ink-2">
        New projects that match are told under News on your home page, within about an hour.
      </p>
      {searches.length === 0 ? (
        <div className="mt-6">
          <EmptyState action={<LinkButton href="/projects">Browse projects</LinkButton>}>
            Choose filters in the list of projects and press Save search; it then stands here.
          </EmptyState>
        </div>
      ) : (
        <ul className="mt-4 divide-y divide-line border-y border-line">
          {searches.map(({ id, name, notifies, filters }) => (
            <SavedSearchRow
              key={id}
              search={{
                ...{ id, name, notifies },
                words: searchWords(filters, names),
                href: browseUrl({ ...filters, sort: 'newest' }),
                feed: feedUrl(filters),
              }}
              actions={actions}
            />
          ))}
        </ul>
      )}
    </div>
  )
}
