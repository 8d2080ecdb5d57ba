import { browseQuery } from '@/contracts/browse-query'
import type { BrowseInput } from '@/contracts/inputs'

/** The other filters, for a form whose sending must not lose them. */
export function KeptFilters({ filters }: { filters: BrowseInput }) {
  return [...browseQuery(filters)].map(([name, value]) => (
    <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
  ))
}
