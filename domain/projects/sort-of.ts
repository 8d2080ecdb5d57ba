import type { BrowseInput } from '@/contracts/inputs'

/** The order of a list. Without words there is nothing to match best. */
export function sortOf({ sort = 'best', q }: Pick<BrowseInput, 'sort' | 'q'>) {
  return sort === 'best' && !q ? 'newest' : sort
}
