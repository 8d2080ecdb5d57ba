import { LinkButton } from '@/components/ui/button'
import type { BrowseInput } from '@/contracts/inputs'
import { browseUrl } from './browse-url'

/** As many pages as one address shows; then the list goes on in a new one. */
const mostPages = 10

/** What is shown stands in the address, so going back finds the same list, as long as it was. */
export function LoadMore({ filters, next }: { filters: BrowseInput; next: string | null }) {
  if (!next && !filters.after) return null
  const whole = filters.pages >= mostPages
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center gap-2 pt-2">
      {next && (
        <LinkButton
          scroll={whole}
          href={browseUrl(
            whole
              ? { ...filters, after: next, pages: 1 }
              : { ...filters, pages: filters.pages + 1 },
          )}
        >
          Show more projects
        </LinkButton>
      )}
      {filters.after && (
        <LinkButton look="quiet" href={browseUrl({ ...filters, after: undefined, pages: 1 })}>
          Back to the first
        </LinkButton>
      )}
    </nav>
  )
}
