import { z } from 'zod'
import { id } from './inputs'
import type { SearchFilters } from './searches'
import type { OpeningSkill, PersonCard, ProjectCard } from './views'

/*
 * Matches: what can be asked, and what pages receive. The parts of a score are whole points that add up to
 * it, and every raise holds: who makes that one change scores what it says.
 */

const count = z.coerce.number().int().min(1).max(30).catch(10)
export const listMatchesInput = z.object({ limit: count })
export const openingMatchesInput = z.object({ openingId: id, limit: count })
export const formTeamInput = z.object({ projectId: id })
/** Projects that somebody's page has shown as a match. */
export const recordImpressionsInput = z.object({ projectIds: z.array(id).max(50) })

export type ListMatchesInput = z.infer<typeof listMatchesInput> & {
  /** Only among what a list under these filters shows. */
  filters?: SearchFilters
}
export type OpeningMatchesInput = z.infer<typeof openingMatchesInput>
export type FormTeamInput = z.infer<typeof formTeamInput>
export type RecordImpressionsInput = z.infer<typeof recordImpressionsInput>

/** In the order in which they are shown. */
export const matchPartNames = [
  'skills',
  'learning',
  'hours',
  'commitment',
  'level',
  'reliability',
] as const
export type MatchPartName = (typeof matchPartNames)[number]

export type MatchPart = {
  name: MatchPartName
  /** Whole points of the hundred; the points of all parts add up to the score. */
  points: number
  /** How good this part is by itself, 0 to 1: for a small picture. */
  value: number
  /** False where nobody told, and an average stands in. */
  known: boolean
  /** One plain sentence. */
  text: string
}

/** One thing that a person could change about themselves. Weekdays go from 1 Monday to 7 Sunday. */
export type MatchChange =
  | { kind: 'skill'; slug: string; level: number }
  | { kind: 'window'; weekday: number; startMinute: number; endMinute: number }
  | { kind: 'weekly-hours'; hours: number }
  | { kind: 'step'; stepId: string }
/** `text` is an invitation such as "Add Docker at level 2"; doing it takes the score `from` → `to`. */
export type MatchRaise = { text: string; from: number; to: number; change: MatchChange }

export type ProjectMatch = {
  project: ProjectCard
  /** The role of the project that suits best. */
  opening: { id: string; title: string; seats: number; filled: number; skills: OpeningSkill[] }
  score: number
  parts: MatchPart[]
  /** At most three, the greatest first. */
  raises: MatchRaise[]
}
export type MatchesPage = {
  /** The best first; none while as many requests wait as may. */
  matches: ProjectMatch[]
  pendingRequests: number
  maximumPendingRequests: number
}
export type PersonMatch = { person: PersonCard; score: number; parts: MatchPart[] }
export type OpeningMatchesPage = {
  opening: { id: string; title: string; freeSeats: number }
  people: PersonMatch[]
}
export type TeamProposal = {
  seats: {
    opening: { id: string; title: string }
    person: PersonCard
    score: number
    /** Skills that this person adds to what the ones before bring. */
    brings: string[]
  }[]
  /** Names of the skills that nobody of these brings. */
  stillLacking: string[]
  /** Share of what is lacking, by weight, that they bring together: 0 to 1. */
  covered: number
}
