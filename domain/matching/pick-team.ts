export type Pickable = {
  id: string
  /** How much of each need this person covers, 0 to 1. */
  covers: ReadonlyMap<string, number>
  score: number
}

/**
 * At most `seats` people who together cover the most of what is lacking: each time whoever adds most, then the
 * higher score, then the id. What people cover together (of each need the best of them) is submodular, so this
 * reaches at least 1 − 1/e, about 63 %, of the best team there is.
 */
export function pickTeam<T extends Pickable>(
  people: T[],
  needs: ReadonlyMap<string, number>,
  seats: number,
): T[] {
  const team: T[] = []
  const left = new Set(people)
  const reached = new Map<string, number>()
  const adds = (person: T) => {
    let sum = 0
    for (const [need, share] of person.covers)
      sum += (needs.get(need) ?? 0) * Math.max(0, share - (reached.get(need) ?? 0))
    return sum
  }
  while (team.length < seats && left.size > 0) {
    const [best] = [...left]
      .map((person) => ({ person, gain: adds(person) }))
      .sort(
        (one, other) =>
          other.gain - one.gain ||
          other.person.score - one.person.score ||
          (one.person.id < other.person.id ? -1 : 1),
      )
    if (!best) break
    team.push(best.person)
    left.delete(best.person)
    for (const [need, share] of best.person.covers)
      reached.set(need, Math.max(share, reached.get(need) ?? 0))
  }
  return team
}

/** The weight that these people cover together. */
export function coveredBy(people: Pickable[], needs: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const [need, weight] of needs)
    sum += weight * Math.max(0, ...people.map(({ covers }) => covers.get(need) ?? 0))
  return sum
}
