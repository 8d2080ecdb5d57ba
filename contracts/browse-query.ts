import type { BrowseInput } from './inputs'

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
