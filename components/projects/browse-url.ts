import type { BrowseInput } from '@/contracts/inputs'

/** What an address of a list holds: only what differs from the defaults. */
export function browseQuery(filters: Partial<BrowseInput>): URLSearchParams {
  const query = new URLSearchParams()
  if (filters.q) query.set('q', filters.q)
  for (const name of ['step', 'skill', 'role', 'hours'] as const)
    for (const value of filters[name] ?? []) query.append(name, value)
  if (filters.seats) query.set('seats', String(filters.seats))
  if (filters.near) query.set('near', String(filters.near))
  // A zone without a distance narrows nothing.
  if (filters.near && filters.zone) query.set('zone', filters.zone)
  if (filters.stage && filters.stage !== 'open') query.set('stage', filters.stage)
  if (filters.sort) query.set('sort', filters.sort)
  if (filters.after) query.set('after', filters.after)
  if (filters.pages && filters.pages > 1) query.set('pages', String(filters.pages))
  return query
}

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
export const feedUrl = (filters: BrowseInput) =>
  withQuery('/projects/feed.xml', browseQuery({ ...firstOf(filters), sort: undefined }))

/** The list with `value` added, or taken out where it was in. */
export const toggled = <T>(values: T[], value: T) =>
  values.includes(value) ? values.filter((one) => one !== value) : [...values, value]

/** How many filters narrow the list, the text aside. */
export const countFilters = (filters: BrowseInput) =>
  [filters.step, filters.skill, filters.role, filters.hours].reduce((n, all) => n + all.length, 0) +
  [filters.seats > 0, filters.near > 0, filters.stage !== 'open'].filter(Boolean).length
