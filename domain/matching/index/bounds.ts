import { commitmentValue, forOpening, forPerson, hoursValue, minimumMinutes, neutral } from '../fit'

/** Above the rounding of a score, so that a bound is never below what it bounds. */
const slack = 1e-5

/** A calendar and hours a week in one number, as postings keep them beside a row. */
export const tagOf = (calendar: number, hours: number) => calendar * 256 + hours

/** What a tag says to whoever is asking: hours in common and commitment, each as a value of 0 to 1. */
export class Contexts {
  /** By hours a week. */
  readonly commitment: Float64Array
  private readonly enough: Float64Array

  /**
   * @param minutes shared with a calendar; null where who asks tells no times
   * @param told hours a week of the person and of the project, from the hours in a tag
   */
  constructor(
    private readonly minutes: ((calendar: number) => number) | null,
    told: (hours: number) => { weeklyHours: number | null; hoursPerWeek: number },
  ) {
    this.commitment = new Float64Array(256)
    this.enough = new Float64Array(256)
    for (let hours = 0; hours < 256; hours++) {
      const { weeklyHours, hoursPerWeek } = told(hours)
      this.commitment[hours] = commitmentValue(weeklyHours, hoursPerWeek)
      this.enough[hours] = 1 / hoursValue(1, hoursPerWeek)
    }
  }

  /** −1 where the two never meet. */
  hours(tag: number): number {
    const calendar = tag >>> 8
    if (!this.minutes || calendar === 0) return neutral.hours
    const minutes = this.minutes(calendar)
    if (minutes < minimumMinutes) return -1
    return Math.min(1, minutes / (this.enough[tag & 255] as number))
  }
}

/** The most that parts can be worth in a list beside hours and commitment, which are each row's own. */
export class Ceiling {
  readonly person: number
  readonly opening: number

  constructor(most: { learning: number; answers: number; coverage: number; kept: number }) {
    this.person =
      forPerson.learning * most.learning + forPerson.level + forPerson.answers * most.answers
    this.opening = forOpening.skills * most.coverage + forOpening.kept * most.kept
  }

  /** Whether a row with these could score `threshold`. @param uncovered share of the skills that it lacks */
  reaches(threshold: number, hours: number, commitment: number, uncovered = 0): boolean {
    const suitsPerson = this.person + forPerson.hours * hours + forPerson.commitment * commitment
    const suitsOpening =
      this.opening -
      forOpening.skills * uncovered +
      forOpening.hours * hours +
      forOpening.commitment * commitment
    return suitsPerson * suitsOpening >= leastProduct(threshold)
  }
}

/** What both sums multiplied have to reach for this score. Squares are compared: a root would cost more. */
export function leastProduct(threshold: number): number {
  const least = (threshold - slack) / 100
  return least <= 0 ? -1 : least * least
}
