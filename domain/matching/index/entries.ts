import type { NeededSkill, PersonFacts } from '../facts'

/** A project as the index keeps it: only openings that somebody could take now. */
export type ProjectEntry = {
  id: string
  hoursPerWeek: number
  timeZone: string
  windowStart: number
  windowEnd: number
  answered: number
  asked: number
  steps: string[]
  teaches: string[]
  openings: { id: string; skills: NeededSkill[] }[]
}

/** A person as the index keeps them. */
export type PersonEntry = PersonFacts
