import { browseQuery } from '@/contracts/browse-query'
import type { BrowseInput } from '@/contracts/inputs'

const withQuery = (path: string, query: URLSearchParams) =>
  query.size > 0 ? `${path}?${query}` : path

/** The address of a page of the list. */
export const browseUrl = (filters: Partial<BrowseInput>) =>
  withQuery('/projects', browseQuery(filters))

/** The same list from its beginning: where every change of a filter leads. */
export const firstOf = (filters: BrowseInput): BrowseInput => ({
  ...filters,
  after: undefined,
  pages: 1,
})

/** The feed of what is new under the same filters. */
export const feedUrl = (filters: Omit<BrowseInput, 'sort' | 'after' | 'pages'>) =>
  withQuery(
    '/projects/feed.xml',
    browseQuery({ ...filters, sort: undefined, after: undefined, pages: undefined }),
  )

/** The list with `value` added, or taken out where it was in. */
export const toggled = <T>(values: T[], value: T) =>
  values.includes(value) ? values.filter((one) => one !== value) : [...values, value]

/** How many filters narrow the list, the text aside. */
export const countFilters = (filters: BrowseInput) =>
  [filters.step, filters.skill, filters.role, filters.hours].reduce((n, all) => n + all.length, 0) +
  [filters.seats > 0, filters.near > 0, filters.stage !== 'open'].filter(Boolean).length
