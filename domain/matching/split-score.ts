import type { MatchPartName } from '@/contracts/matching'
import { forOpening, forPerson } from './fit'
import type { Scored } from './score-match'

/**
 * Shares out a score among its parts, in whole points that add up to the rounded score.
 *
 * The geometric mean √(p·o) of two sums is homogeneous, so by Euler it equals p·∂p + o·∂o: each part of p
 * counts with the factor ½√(o/p), each part of o with ½√(p/o), and nothing is left over. Whole points are then
 * dealt by largest remainder, ties in the order of the parts.
 */
export function splitScore({ values, suitsPerson, suitsOpening, score }: Scored) {
  const perPerson = 50 * Math.sqrt(suitsOpening / suitsPerson)
  const perOpening = 50 * Math.sqrt(suitsPerson / suitsOpening)
  const exact: [MatchPartName, number][] = [
    ['skills', perOpening * forOpening.skills * values.skills.value],
    ['learning', perPerson * forPerson.learning * values.learning.value],
    ['hours', (perPerson * forPerson.hours + perOpening * forOpening.hours) * values.hours.value],
    [
      'commitment',
      (perPerson * forPerson.commitment + perOpening * forOpening.commitment) *
        values.commitment.value,
    ],
    ['level', perPerson * forPerson.level * values.level.value],
    [
      'reliability',
      perPerson * forPerson.answers * values.answers.value +
        perOpening * forOpening.kept * values.kept.value,
    ],
  ]
  const points = exact.map(([name, share]) => ({
    name,
    points: Math.floor(share),
    rest: share - Math.floor(share),
  }))
  let left = Math.round(score) - points.reduce((sum, part) => sum + part.points, 0)
  const byRest = [...points].sort((one, other) => other.rest - one.rest)
  for (const part of byRest) {
    if (left <= 0) break
    part.points++
    left--
  }
  return points.map(({ name, points }) => ({ name, points }))
}
