/*
 * Relevance says who suits whom; this order also says whose turn it is. A project that has been seen little for
 * its seats is owed a look, one with more requests than seats has enough of them. Both are small beside the
 * score, so that nobody is shown a worse match for the sake of fairness alone.
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

/** Points that a project never seen gets, and how often per free seat is seen enough. */
const owed = Number(process.env.OWED ?? 7)
const seenEnough = Number(process.env.SE ?? 40)
/** Points off per request that waits for each free seat. */
const crowd = Number(process.env.CROWD ?? 5)
/** So many requests per free seat are all that a team can answer kindly: then others come first. */
export const capacity = Number(process.env.CAP ?? 3)

/** The order in which candidates are shown. Ties by id. */
export function rerank<T extends Candidate>(candidates: T[]): T[] {
  const placed = candidates.map((candidate) => {
    const { score, freeSeats, pending, seen } = candidate
    const seats = Math.max(1, freeSeats)
    const exposure = owed / (1 + seen / (seenEnough * seats))
    return {
      candidate,
      full: pending >= capacity * seats ? 1 : 0,
      worth: score + exposure - (crowd * pending) / seats,
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
