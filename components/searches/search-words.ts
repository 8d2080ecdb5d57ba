import type { SearchFilters } from '@/contracts/searches'

export type Names = {
  steps: { id: string; title: string }[]
  skills: { slug: string; name: string }[]
}

const stages = { open: '', in_progress: 'in progress', completed: 'completed', any: 'any stage' }

/** What a search narrows, in a few words: its name unless the person thinks of a better one. */
export function searchWords(filters: SearchFilters, { steps, skills }: Names): string {
  const titles = filters.step.map((id) => steps.find((step) => step.id === id)?.title ?? id)
  const names = filters.skill.map(
    (slug) => skills.find((skill) => skill.slug === slug)?.name ?? slug,
  )
  const hours = filters.hours.map((bucket) =>
    bucket === 'more' ? 'more than 10 h a week' : `up to ${bucket} h a week`,
  )
  return [
    ...(filters.q ? [`“${filters.q}”`] : []),
    ...titles,
    ...names,
    ...filters.role,
    ...hours,
    ...(filters.seats > 0 ? [`${filters.seats} or more seats`] : []),
    ...(filters.near > 0 ? [`within ${filters.near} h of ${filters.zone || 'your zone'}`] : []),
    ...(stages[filters.stage] ? [stages[filters.stage]] : []),
  ].join(' · ')
}
