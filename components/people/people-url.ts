import type { PeopleInput } from '@/contracts/inputs'

/** The address of a page of the directory: only what differs from the defaults stands in it. */
export function peopleUrl(filters: Partial<PeopleInput>): string {
  const query = new URLSearchParams()
  if (filters.q) query.set('q', filters.q)
  for (const skill of filters.has ?? []) query.append('has', skill)
  for (const skill of filters.wants ?? []) query.append('wants', skill)
  if (filters.step) query.set('step', filters.step)
  if (filters.overlap) query.set('overlap', String(filters.overlap))
  if (filters.hours) query.set('hours', String(filters.hours))
  if (filters.sort && filters.sort !== 'active') query.set('sort', filters.sort)
  if (filters.shown && filters.shown > 1) query.set('shown', String(filters.shown))
  if (filters.after) query.set('after', filters.after)
  const text = query.toString()
  return text ? `/people?${text}` : '/people'
}

/** How many filters narrow the list, the text aside. */
export const countPeopleFilters = (filters: PeopleInput) =>
  filters.has.length +
  filters.wants.length +
  [filters.step, filters.overlap, filters.hours].filter((one) => one !== null).length
