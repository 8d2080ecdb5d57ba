import type { BrowseInput } from '@/contracts/inputs'

/** The address of a browse page: only what differs from the defaults stands in it. */
export function browseUrl(filters: Partial<BrowseInput>): string {
  const query = new URLSearchParams()
  if (filters.q) query.set('q', filters.q)
  for (const step of filters.step ?? []) query.append('step', step)
  for (const skill of filters.skill ?? []) query.append('skill', skill)
  if (filters.stage && filters.stage !== 'open') query.set('stage', filters.stage)
  if (filters.sort && filters.sort !== 'newest') query.set('sort', filters.sort)
  if (filters.after) query.set('after', filters.after)
  const text = query.toString()
  return text ? `/projects?${text}` : '/projects'
}

/** The list with `value` added, or taken out where it was in. */
export const toggled = (values: string[], value: string) =>
  values.includes(value) ? values.filter((one) => one !== value) : [...values, value]

/** How many filters narrow the list, the text aside. */
export const countFilters = (filters: BrowseInput) =>
  filters.step.length + filters.skill.length + (filters.stage === 'open' ? 0 : 1)
