const hour = 3_600
const day = 24 * hour

/** How soon a team usually answers, in words; rounded up, so that nobody waits longer than is said. */
export function answerTime(seconds: number): string {
  if (seconds <= hour) return 'within an hour'
  if (seconds <= day / 2) return `within ${Math.ceil(seconds / hour)} hours`
  if (seconds <= day) return 'within a day'
  return `within ${Math.ceil(seconds / day)} days`
}
