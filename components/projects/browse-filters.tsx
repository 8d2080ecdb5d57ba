import { StepMark } from '@/components/ui/step-mark'
import type { BrowseInput } from '@/contracts/inputs'
import type { BrowsePage } from '@/contracts/views'
import type { HourBucket } from '@/contracts/vocabulary'
import { toggled } from './browse-url'
import { FilterChips } from './filter-chips'
import { CheckMark, FilterLink, facetHeading, RadioMark } from './filter-link'
import { ZoneFilter } from './zone-filter'

const stageNames = {
  // In progress or not: what counts is a free seat, as on the roadmap.
  open: 'Has a free seat',
  in_progress: 'In progress',
  completed: 'Completed',
  any: 'Any stage',
}
const hourNames: Record<HourBucket, string> = {
  '3': 'Up to 3',
  '6': '4 to 6',
  '10': '7 to 10',
  more: 'More than 10',
}
const shownChips = 12

/** The facets as plain links: each is the address of the list with that filter put on or taken off. */
export function BrowseFilters({
  filters,
  page,
  zones,
}: {
  filters: BrowseInput
  page: BrowsePage
  zones: string[]
}) {
  // "Any" also holds paused projects and those without a free seat: the three do not add up to it.
  const stages = [...page.stages, { stage: 'any' as const, count: undefined, about: false }]
  return (
    <div className="flex flex-col gap-7">
      <StepFacet filters={filters} page={page} />
      <FilterChips
        title="Skills"
        chips={page.skills
          .filter(({ slug, count }, at) =>
            filters.skill.includes(slug) ? true : count > 0 && at < shownChips,
          )
          .map(({ slug, name, ...count }) => ({
            ...{ name, count, active: filters.skill.includes(slug) },
            filters: { ...filters, skill: toggled(filters.skill, slug) },
          }))}
      />
      <FilterChips
        title="Roles"
        chips={page.roles.map(({ role, name, ...count }) => ({
          ...{ name, count },
          active: filters.role.includes(role),
          filters: { ...filters, role: toggled(filters.role, role) },
        }))}
      />
      <section>
        <h2 className={facetHeading}>Hours a week</h2>
        <ul>
          {page.hours.map(({ hours, ...count }) => (
            <li key={hours}>
              <FilterLink
                filters={{ ...filters, hours: toggled(filters.hours, hours) }}
                active={filters.hours.includes(hours)}
                count={count}
              >
                <CheckMark active={filters.hours.includes(hours)} />
                {hourNames[hours]}
              </FilterLink>
            </li>
          ))}
        </ul>
      </section>
      <ZoneFilter filters={filters} zones={zones} />
      <section>
        <h2 className={facetHeading}>Free seats</h2>
        <ul>
          {page.seats.map(({ seats, ...count }) => {
            const active = filters.seats === seats
            return (
              <li key={seats}>
                <FilterLink
                  filters={{ ...filters, seats: active ? 0 : seats }}
                  active={active}
                  count={count}
                >
                  <CheckMark active={active} />
                  At least {seats}
                </FilterLink>
              </li>
            )
          })}
        </ul>
      </section>
      <section>
        <h2 className={facetHeading}>Stage</h2>
        <ul>
          {stages.map(({ stage, count, about }) => (
            <li key={stage}>
              <FilterLink
                filters={{ ...filters, stage }}
                active={filters.stage === stage}
                count={count === undefined ? undefined : { count, about }}
              >
                <RadioMark active={filters.stage === stage} />
                {stageNames[stage]}
              </FilterLink>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

function StepFacet({ filters, page }: { filters: BrowseInput; page: BrowsePage }) {
  const busiest = [...page.steps].sort((a, b) => b.count - a.count).slice(0, 5)
  const short = page.steps.filter(
    (step) => busiest.includes(step) || filters.step.includes(step.id),
  )
  const rest = page.steps.filter((step) => !short.includes(step))
  const stepLink = (step: BrowsePage['steps'][number]) => (
    <li key={step.id}>
      <FilterLink
        filters={{ ...filters, step: toggled(filters.step, step.id) }}
        active={filters.step.includes(step.id)}
        count={step}
      >
        <StepMark line={step.line} />
        {step.title}
      </FilterLink>
    </li>
  )
  return (
    <section>
      <h2 className={facetHeading}>Step</h2>
      <ul>{short.map(stepLink)}</ul>
      {rest.length > 0 && (
        <details className="group">
          <summary className="flex min-h-11 items-center rounded-s px-2 text-xs text-ink-3 hover:text-ink lg:min-h-8">
            <span className="group-open:hidden">More steps</span>
            <span className="hidden group-open:inline">Fewer steps</span>
          </summary>
          <ul>{rest.map(stepLink)}</ul>
        </details>
      )}
    </section>
  )
}
