import clsx from 'clsx'
import { Check } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { StepMark } from '@/components/ui/step-mark'
import type { BrowseInput } from '@/contracts/inputs'
import type { BrowsePage } from '@/contracts/views'
import { browseUrl, toggled } from './browse-url'

const stageNames = {
  // In progress or not: what counts is a free seat, as on the roadmap.
  open: 'Has a free seat',
  in_progress: 'In progress',
  completed: 'Completed',
  any: 'Any stage',
}

function FilterLink({
  filters,
  active,
  count,
  children,
}: {
  filters: BrowseInput
  active: boolean
  count?: number
  children: ReactNode
}) {
  return (
    <Link
      href={browseUrl({ ...filters, after: undefined })}
      scroll={false}
      aria-current={active ? 'true' : undefined}
      className={clsx(
        'flex min-h-11 items-center gap-2.5 rounded-s px-2 text-sm lg:min-h-8.5',
        active ? 'bg-sunken font-semibold text-ink' : 'text-ink-2 hover:bg-sunken hover:text-ink',
      )}
    >
      {children}
      {count !== undefined && (
        <span className="tabular ml-auto font-normal text-ink-3">
          {count}
          <span className="sr-only"> {count === 1 ? 'project' : 'projects'}</span>
        </span>
      )}
    </Link>
  )
}

const heading = 'mb-1.5 font-text text-sm font-semibold tracking-normal lg:px-2'

/** The facets as plain links: each is the address of the list with that filter put on or taken off. */
export function BrowseFilters({ filters, page }: { filters: BrowseInput; page: BrowsePage }) {
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
        count={step.count}
      >
        <StepMark line={step.line} />
        {step.title}
      </FilterLink>
    </li>
  )
  // "Any" also holds paused projects and those without a free seat: the three do not add up to it.
  const stages = [...page.stages, { stage: 'any' as const, count: undefined }]
  return (
    <div className="flex flex-col gap-7">
      <section>
        <h2 className={heading}>Step</h2>
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
      <SkillChips filters={filters} page={page} />
      <section>
        <h2 className={heading}>Stage</h2>
        <ul>
          {stages.map(({ stage, count }) => {
            const active = filters.stage === stage
            return (
              <li key={stage}>
                <FilterLink filters={{ ...filters, stage }} active={active} count={count}>
                  <span
                    aria-hidden
                    className={clsx(
                      'size-3.5 rounded-full border',
                      active ? 'border-[4.5px] border-accent' : 'border-control',
                    )}
                  />
                  {stageNames[stage]}
                </FilterLink>
              </li>
            )
          })}
        </ul>
      </section>
    </div>
  )
}

function SkillChips({ filters, page }: { filters: BrowseInput; page: BrowsePage }) {
  const common = page.skills.filter((skill) => skill.count > 0).slice(0, 12)
  const shown = page.skills.filter(
    (skill) => common.includes(skill) || filters.skill.includes(skill.slug),
  )
  if (shown.length === 0) return null
  return (
    <section>
      <h2 className={heading}>Skills</h2>
      <ul className="flex flex-wrap gap-1.5 lg:px-2">
        {shown.map((skill) => {
          const active = filters.skill.includes(skill.slug)
          return (
            <li key={skill.slug}>
              <Link
                href={browseUrl({
                  ...filters,
                  skill: toggled(filters.skill, skill.slug),
                  after: undefined,
                })}
                scroll={false}
                aria-current={active ? 'true' : undefined}
                title={`${skill.count} ${skill.count === 1 ? 'project' : 'projects'}`}
                className={clsx(
                  'inline-flex min-h-11 items-center gap-1 rounded-full px-3 text-xs lg:min-h-6 lg:px-2.5',
                  active
                    ? 'bg-good-soft text-good'
                    : 'bg-sunken text-ink-2 hover:bg-line hover:text-ink',
                )}
              >
                {active && <Check aria-hidden className="size-3" />}
                {skill.name}
              </Link>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
