import clsx from 'clsx'
import { Check } from 'lucide-react'
import Link from 'next/link'
import type { BrowseInput } from '@/contracts/inputs'
import type { Count } from '@/contracts/views'
import { browseUrl, firstOf } from './browse-url'
import { countWords, projectsWord } from './count-words'
import { facetHeading } from './filter-link'

type Chip = { name: string; active: boolean; count: Count; filters: BrowseInput }

/** Values of a facet that are too many for a line each. */
export function FilterChips({ title, chips }: { title: string; chips: Chip[] }) {
  if (chips.length === 0) return null
  return (
    <section>
      <h2 className={facetHeading}>{title}</h2>
      <ul className="flex flex-wrap gap-1.5 lg:px-2">
        {chips.map(({ name, active, count, filters }) => (
          <li key={name}>
            <Link
              href={browseUrl(firstOf(filters))}
              scroll={false}
              aria-current={active ? 'true' : undefined}
              title={`${countWords(count)} ${projectsWord(count)}`}
              className={clsx(
                'inline-flex min-h-11 items-center gap-1 rounded-full px-3 text-xs lg:min-h-6 lg:px-2.5',
                active
                  ? 'bg-good-soft text-good'
                  : 'bg-sunken text-ink-2 hover:bg-line hover:text-ink',
              )}
            >
              {active && <Check aria-hidden className="size-3" />}
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
