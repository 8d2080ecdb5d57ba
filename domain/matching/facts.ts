import type { StepState } from '@/contracts/vocabulary'
import type { WeeklyWindow } from './overlap'

/*
 * What is known when a match is scored. Skills and steps go by their slugs; lists are sorted by them.
 */

/** A person. */
export type PersonFacts = {
  id: string
  has: { slug: string; level: number }[]
  wants: string[]
  steps: { stepId: string; state: StepState }[]
  weeklyHours: number | null
  timeZone: string
  windows: WeeklyWindow[]
  /** Of what the person promised (a seat, an answer to an invitation), how much they kept. */
  kept: number
  promised: number
}

/** An opening and its project. */
export type OpeningFacts = {
  id: string
  projectId: string
  skills: NeededSkill[]
  stepIds: string[]
  /** Skills that any role of the project works with: what one can learn there. */
  teaches: string[]
  hoursPerWeek: number
  timeZone: string
  windowStart: number
  windowEnd: number
  /** Of the requests that the team got, how many it answered. */
  answered: number
  asked: number
}
export type NeededSkill = {
  slug: string
  required: boolean
  minimumLevel: number
  /** Somebody on the team has it at this level already. */
  covered: boolean
}

/** What the same score needs beside the two: how rare skills are, and which week it is. */
export type Scale = {
  rarity: (slug: string) => number
  /** Start of the week whose hours count, as of `weekOf`. */
  week: number
}
