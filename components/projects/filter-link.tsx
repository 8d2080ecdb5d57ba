import clsx from 'clsx'
import { Check } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { BrowseInput } from '@/contracts/inputs'
import type { Count } from '@/contracts/views'
import { browseUrl, firstOf } from './browse-url'
import { countWords, projectsWord, shortCount } from './count-words'

export const facetHeading = 'mb-1.5 font-text text-sm font-semibold tracking-normal lg:px-2'

/** The address of the list with a filter put on or taken off, and how many it would show. */
export function FilterLink({
  filters,
  active,
  count,
  children,
}: {
  filters: BrowseInput
  active: boolean
  count?: Count
  children: ReactNode
}) {
  return (
    <Link
      href={browseUrl(firstOf(filters))}
      scroll={false}
      aria-current={active ? 'true' : undefined}
      className={clsx(
        'flex min-h-11 items-center gap-2.5 rounded-s px-2 text-sm lg:min-h-8.5',
        active ? 'bg-sunken font-semibold text-ink' : 'text-ink-2 hover:bg-sunken hover:text-ink',
      )}
    >
      {children}
      {count && (
        <span className="tabular ml-auto font-normal text-ink-3">
          <span aria-hidden>{shortCount(count)}</span>
          <span className="sr-only">
            {' '}
            {countWords(count)} {projectsWord(count)}
          </span>
        </span>
      )}
    </Link>
  )
}

/** The mark of a choice of one. */
export const RadioMark = ({ active }: { active: boolean }) => (
  <span
    aria-hidden
    className={clsx(
      'size-4 shrink-0 rounded-full border',
      active ? 'border-[5px] border-accent' : 'border-control',
    )}
  />
)

/** The mark of a choice of several. */
export const CheckMark = ({ active }: { active: boolean }) => (
  <span
    aria-hidden
    className={clsx(
      'flex size-4 shrink-0 items-center justify-center rounded-[4px] border',
      active ? 'border-accent bg-accent text-on-accent' : 'border-control',
    )}
  >
    {active && <Check className="size-3" strokeWidth={3} />}
  </span>
)
