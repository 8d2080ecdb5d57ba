import Form from 'next/form'
import { Button } from '@/components/ui/button'
import { controlClass } from '@/components/ui/field'
import type { BrowseInput } from '@/contracts/inputs'
import { firstOf } from './browse-url'
import { FilterLink, facetHeading, RadioMark } from './filter-link'
import { KeptFilters } from './kept-filters'

const distances = [1, 3, 6] as const
const nameOf = (zone: string) => zone.replaceAll('_', ' ')

/** Teams whose clocks are not far from one's own. */
export function ZoneFilter({ filters, zones }: { filters: BrowseInput; zones: string[] }) {
  return (
    <section>
      <h2 className={facetHeading}>Time zone</h2>
      <ul>
        {[0 as const, ...distances].map((near) => (
          <li key={near}>
            <FilterLink filters={{ ...filters, near }} active={filters.near === near}>
              <RadioMark active={filters.near === near} />
              {near === 0 ? 'Anywhere' : `Within ${near} ${near === 1 ? 'hour' : 'hours'} of you`}
            </FilterLink>
          </li>
        ))}
      </ul>
      {filters.near > 0 && (
        <Form
          action="/projects"
          scroll={false}
          className="mt-2 flex flex-wrap items-center gap-2 lg:px-2"
        >
          <KeptFilters filters={{ ...firstOf(filters), zone: '' }} />
          <label className="min-w-0 flex-1 text-xs text-ink-3">
            Your zone
            <select
              key={filters.zone}
              name="zone"
              defaultValue={filters.zone || 'UTC'}
              className={`${controlClass} mt-1`}
            >
              {zones.map((zone) => (
                <option key={zone} value={zone}>
                  {nameOf(zone)}
                </option>
              ))}
            </select>
          </label>
          <Button type="submit" className="self-end">
            Use it
          </Button>
        </Form>
      )}
    </section>
  )
}
