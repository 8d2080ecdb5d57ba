/*
 * Relevance says who suits whom; this order also says whose turn it is. A project that has been seen little for
 * its seats is owed a look, one with more requests than seats has enough of them. What
 * fairness alone moves is at most ten points, so that nobody is shown a much worse match for its sake.
 */

export type Candidate = {
  id: string
  /** 0 to 100. */
  score: number
  freeSeats: number
  /** Requests that wait for an answer, of the opening. */
  pending: number
  /** Times that the project was shown lately. */
  seen: number
}

/** Points off each time that a project was shown twice as often per free seat, from so many times on. */
const turn = 2
const once = 20
const mostTurns = 10
/** Points off per request that waits for each free seat. */
const crowd = 20
/** So many requests per free seat are all that a team can answer kindly: then others come first. */
const capacity = 2

/** The order in which candidates are shown. Ties by id. */
export function rerank<T extends Candidate>(candidates: T[]): T[] {
  const placed = candidates.map((candidate) => {
    const { score, freeSeats, pending, seen } = candidate
    const seats = Math.max(1, freeSeats)
    const turns = Math.min(mostTurns, turn * Math.log2(1 + seen / (once * seats)))
    return {
      candidate,
      full: pending >= capacity * seats ? 1 : 0,
      worth: score - turns - (crowd * pending) / seats,
    }
  })
  return placed
    .sort(
      (one, other) =>
        one.full - other.full ||
        other.worth - one.worth ||
        (one.candidate.id < other.candidate.id ? -1 : 1),
    )
    .map(({ candidate }) => candidate)
}
