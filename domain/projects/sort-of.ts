import type { BrowseInput } from '@/contracts/inputs'

/**
 * The order of a list. Without words there is nothing to match best; what suits the viewer is found by
 * matching, and this is what stands behind it.
 */
export function sortOf({ sort = 'best', q }: Pick<BrowseInput, 'sort' | 'q'>) {
  if (sort === 'newest' || sort === 'needed') return sort
  return q ? 'best' : 'newest'
}
