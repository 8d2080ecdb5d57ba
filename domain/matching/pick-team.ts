export type Place = { openingId: string; score: number }
export type Pickable = {
  id: string
  /** How much of each need this person covers, 0 to 1. */
  covers: ReadonlyMap<string, number>
  /** Openings that the person could fill. */
  places: Place[]
}
export type Picked<T> = { person: T; place: Place }

/**
 * People, one per free seat, who together cover the most of what is lacking: each time whoever adds most, then
 * the higher score in a place that is still free, then the id. What people cover together (of each need the best
 * of them) is submodular, so this reaches at least 1 − 1/e, about 63 %, of the best team there is for one
 * opening, and half of it for several.
 * @param seats free seats by id of opening
 */
export function pickTeam<T extends Pickable>(
  people: T[],
  needs: ReadonlyMap<string, number>,
  seats: ReadonlyMap<string, number>,
): Picked<T>[] {
  const team: Picked<T>[] = []
  const left = new Set(people)
  const free = new Map(seats)
  const reached = new Map<string, number>()
  const adds = (person: T) => {
    let sum = 0
    for (const [need, share] of person.covers)
      sum += (needs.get(need) ?? 0) * Math.max(0, share - (reached.get(need) ?? 0))
    return sum
  }
  const bestPlace = ({ places }: T) =>
    places
      .filter(({ openingId }) => (free.get(openingId) ?? 0) > 0)
      .sort((one, other) => other.score - one.score)[0]
  while (left.size > 0) {
    const [best] = [...left]
      .flatMap((person) => {
        const place = bestPlace(person)
        return place ? { person, place, gain: adds(person) } : []
      })
      .sort(
        (one, other) =>
          other.gain - one.gain ||
          other.place.score - one.place.score ||
          (one.person.id < other.person.id ? -1 : 1),
      )
    if (!best) break
    const { person, place } = best
    team.push({ person, place })
    left.delete(person)
    free.set(place.openingId, (free.get(place.openingId) ?? 0) - 1)
    for (const [need, share] of person.covers)
      reached.set(need, Math.max(share, reached.get(need) ?? 0))
  }
  return team
}

/** The weight that these people cover together. */
export function coveredBy(
  people: Pick<Pickable, 'covers'>[],
  needs: ReadonlyMap<string, number>,
): number {
  let sum = 0
  for (const [need, weight] of needs)
    sum += weight * Math.max(0, ...people.map(({ covers }) => covers.get(need) ?? 0))
  return sum
}
