/*
 * The shape of a roadmap as data. A roadmap is one file that exports a `Roadmap` and is named in
 * index.ts; the texts of its steps may live in a folder beside it.
 */

/** A role of a starter idea. `required` and `nice` map a skill's slug to the minimum level 1–5. */
export type IdeaOpening = {
  title: string
  seats: number
  required: Record<string, number>
  nice: Record<string, number>
}
export type Idea = {
  /** Unique within its step; part of links, so it stays when the title changes. */
  slug: string
  title: string
  pitch: string
  /** Markdown blocks; a blank line is put between them. */
  description: string[]
  hoursPerWeek: number
  openings: IdeaOpening[]
}
export type Line = 1 | 2 | 3 | 4 | 5
export type Step = {
  /** Stable slug: people's progress and projects refer to it. */
  id: string
  title: string
  line: Line
  /** One sentence: what the step covers. */
  summary: string
  topics: string[]
  /** Each completes a person's "I can …", written to them: "You can …". */
  outcomes: string[]
  /** Ids of earlier steps. */
  prerequisites: string[]
  /** Gentle, solid, demanding. */
  ideas: [Idea, Idea, Idea]
}
export type Roadmap = {
  id: string
  title: string
  lines: { line: Line; title: string }[]
  /** In order; a step's position is its place here, counted from 1. */
  steps: Step[]
}

export function seat(
  title: string,
  seats: number,
  required: Record<string, number>,
  nice: Record<string, number> = {},
): IdeaOpening {
  return { title, seats, required, nice }
}
