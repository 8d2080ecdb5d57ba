import { forOpening, forPerson, joinBoth } from '../fit'

/** Above the rounding of a score, so that a bound is never below what it bounds. */
const slack = 1e-5

/** Hours and commitment of a row, which its tag tells. */
export type Context = { hours: number; commitment: number }

/** The highest value that each part can have in a list; hours and commitment are the row's own. */
export type Ceiling = {
  learning: number
  answers: number
  coverage: number
  kept: number
}

/** The most that anything under this ceiling can score. */
export const boundOf = (ceiling: Ceiling, { hours, commitment }: Context) =>
  slack +
  joinBoth(
    forPerson.learning * ceiling.learning +
      forPerson.hours * hours +
      forPerson.commitment * commitment +
      forPerson.level +
      forPerson.answers * ceiling.answers,
    forOpening.skills * ceiling.coverage +
      forOpening.hours * hours +
      forOpening.commitment * commitment +
      forOpening.kept * ceiling.kept,
  )

/** A calendar and hours a week in one number, as postings keep them beside a row. */
export const tagOf = (calendar: number, hours: number) => calendar * 256 + hours
export const calendarOf = (tag: number) => tag >>> 8
export const hoursOf = (tag: number) => tag & 255
