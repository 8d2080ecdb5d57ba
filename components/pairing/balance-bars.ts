import type { BalanceView } from '@/contracts/documents'
import type { TeamPerson } from './wheel-options'

/** `0 min`, `less than 1 min`, `42 min`, `3 h 5 min`. */
export function drivingWords(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000)
  if (minutes === 0) return milliseconds === 0 ? '0 min' : '< 1 min'
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

const counted = (count: number) => count.toLocaleString('en')
export type BalanceKind = {
  title: string
  of: 'drivingMs' | 'edits' | 'runs'
  words: (value: number) => string
}
export const balanceKinds: BalanceKind[] = [
  { title: 'At the wheel', of: 'drivingMs', words: drivingWords },
  { title: 'Letters typed', of: 'edits', words: counted },
  { title: 'Runs', of: 'runs', words: counted },
]

/** One bar for each person of the team that is known here: the number in words, and the share of all. */
export function balanceBars(
  shares: BalanceView[],
  people: TeamPerson[],
  { of, words }: BalanceKind,
): { person: TeamPerson; words: string; percent: number }[] {
  const sum = shares.reduce((total, share) => total + share[of], 0)
  return people.flatMap((person) => {
    const share = shares.find(({ personId }) => personId === person.id)
    if (!share) return []
    const percent = sum === 0 ? 0 : Math.round((100 * share[of]) / sum)
    return [{ person, words: words(share[of]), percent }]
  })
}
