import { type Candidate, rerank } from '@/domain/matching/rerank'

/** A project as a policy sees it when somebody looks. */
export type Seen = Candidate & { at: number; members: number; time: number }

/** Puts first what the policy would show first; it may look at no more than it needs. */
export type Policy = { name: string; list: (projects: Seen[]) => Seen[] }
type Order = (one: Seen, other: Seen) => number

const byScore: Order = (one, other) => other.score - one.score || (one.id < other.id ? -1 : 1)
const byMembers: Order = (one, other) => other.members - one.members || byScore(one, other)
const byTime: Order = (one, other) => other.time - one.time || (one.id < other.id ? 1 : -1)
const withSeats = (projects: Seen[]) => projects.filter(({ freeSeats }) => freeSeats > 0)

/** The first so many in this order, without putting all in order. */
export function first(projects: Seen[], count: number, order: Order): Seen[] {
  const best: Seen[] = []
  for (const project of projects) {
    const last = best[count - 1]
    if (last && order(last, project) < 0) continue
    let [at, end] = [0, best.length]
    while (at < end) {
      const middle = (at + end) >> 1
      if (order(best[middle] as Seen, project) < 0) at = middle + 1
      else end = middle
    }
    best.splice(at, 0, project)
    if (best.length > count) best.pop()
  }
  return best
}

export const shown = 10
/** Ours puts in order what the index proposes, as the use-case does. */
const considered = 30

export const policies: Policy[] = [
  { name: 'most members first', list: (projects) => first(projects, shown, byMembers) },
  { name: 'newest', list: (projects) => first(projects, shown, byTime) },
  { name: 'relevance only', list: (projects) => first(projects, shown, byScore) },
  {
    name: 'relevance + open seats',
    list: (projects) => first(withSeats(projects), shown, byScore),
  },
  {
    name: 'ours',
    list: (projects) => rerank(first(withSeats(projects), considered, byScore)).slice(0, shown),
  },
]
