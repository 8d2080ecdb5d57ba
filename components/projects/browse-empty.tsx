import type { ReactNode } from 'react'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { BrowseInput } from '@/contracts/inputs'
import type { BrowsePage } from '@/contracts/views'
import { browseUrl, countFilters, firstOf } from './browse-url'

const names = (all: { name: string; chosen: boolean }[]) =>
  all.flatMap((one) => (one.chosen ? [one.name] : [])).join(', ')

/**
 * Which single filter, taken off, would bring projects back. The counts of a facet hold under the
 * other filters, so a facet with any count left is one that stands in the way.
 */
function loosen(filters: BrowseInput, page: BrowsePage) {
  const elsewhere = page.stages.some((stage) => stage.count > 0)
  if (filters.stage !== 'any' && elsewhere)
    return {
      name: 'the stage',
      label: 'Show any stage',
      filters: { ...filters, stage: 'any' as const },
    }
  if (filters.step.length > 0 && page.steps.some((step) => step.count > 0))
    return {
      name:
        names(page.steps.map((s) => ({ name: s.title, chosen: filters.step.includes(s.id) }))) ||
        'the step',
      label: 'Show every step',
      filters: { ...filters, step: [] },
    }
  if (filters.skill.length > 0 && page.skills.some((skill) => skill.count > 0))
    return {
      name:
        names(page.skills.map((s) => ({ name: s.name, chosen: filters.skill.includes(s.slug) }))) ||
        'the skill',
      label: 'Ask for any skill',
      filters: { ...filters, skill: [] },
    }
  if (filters.q)
    return { name: `“${filters.q}”`, label: 'Drop the words', filters: { ...filters, q: '' } }
  return null
}

export function BrowseEmpty({ filters, page }: { filters: BrowseInput; page: BrowsePage }) {
  const way = loosen(filters, page)
  const narrowed = filters.q !== '' || countFilters(filters) > 0
  let text: ReactNode =
    'No project is open yet. Post the first one and find people to build it with.'
  if (narrowed)
    text = way
      ? `No project matches all of this. Loosen ${way.name}, and there is more to see.`
      : 'No project matches all of this. Take some filters off to see more.'
  return (
    <EmptyState
      action={
        <div className="flex flex-wrap gap-2">
          {way && (
            <LinkButton look="accent" href={browseUrl(firstOf(way.filters))}>
              {way.label}
            </LinkButton>
          )}
          {narrowed ? (
            <LinkButton href="/projects">Clear filters</LinkButton>
          ) : (
            <LinkButton look="accent" href="/projects/new">
              Post a project
            </LinkButton>
          )}
        </div>
      }
    >
      {text}
    </EmptyState>
  )
}
