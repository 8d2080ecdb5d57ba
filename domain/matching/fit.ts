import type { StepState } from '@/contracts/vocabulary'

/*
 * The score, number by number. Pages, ranking, explanation, index and simulation all come here; each value
 * goes from 0 to 1. Where nothing is known a value is `neutral`: what it is on average where it is known, so
 * that saying nothing neither helps nor hurts.
 */

export const neutral = {
  skills: 0.4,
  step: 0.5,
  hours: 0.6,
  commitment: 0.75,
  level: 0.7,
} as const

/** How well the project suits the person, and how well the person suits the opening, are sums of parts. */
export const forPerson = { learning: 0.5, hours: 0.18, commitment: 0.12, level: 0.1, answers: 0.1 }
export const forOpening = { skills: 0.62, hours: 0.18, commitment: 0.1, kept: 0.1 }

/** A level below what is asked counts in part, one far above in full; level 0 is not having it. */
export function skillFit(level: number, minimum: number): number {
  if (level >= minimum) return 1
  return level === 0 ? 0 : Math.max(0.2, 1 - 0.22 * (minimum - level))
}

/** What a skill weighs in an opening: rare ones more, nice ones and those that the team has less. */
export function skillWeight(rarity: number, required: boolean, covered: boolean): number {
  return rarity * (required ? 1 : 0.5) * (covered ? 0.35 : 1)
}

/** What a step of the project is worth to somebody in this state. */
const stepValues: Record<StepState, number> = {
  learning: 1,
  done: 0.35,
  not_started: 0.15,
  skipped: 0.1,
}
export const stepValue = (state: StepState | undefined) => stepValues[state ?? 'not_started']

/** @param bestStep the highest `stepValue` of the project's steps. @param taught wanted skills used there */
export function learningValue(bestStep: number, wanted: number, taught: number): number {
  if (wanted === 0) return bestStep
  return 0.65 * bestStep + 0.35 * Math.min(1, taught / Math.min(2, wanted))
}

/** Hours together are enough when they are what the project takes, or ten. */
export const hoursValue = (minutes: number, hoursPerWeek: number) =>
  Math.min(1, minutes / (60 * Math.min(10, Math.max(2, hoursPerWeek))))

/** @param weeklyHours null: not told */
export const commitmentValue = (weeklyHours: number | null, hoursPerWeek: number) =>
  weeklyHours === null ? neutral.commitment : Math.min(1, weeklyHours / hoursPerWeek)

/** Nearness of a level to the one asked for: a role is no pleasure far above one's level, nor far below it. */
export function levelValue(level: number, minimum: number): number {
  const gap = level - minimum
  if (gap < 0) return Math.max(0, 1 + 0.3 * gap)
  return gap <= 1 ? 1 : 1 - 0.15 * (gap - 1)
}

/** The share kept, as if five promises had gone before of which four were kept (a Beta prior). */
export const keptShare = (kept: number, promised: number) => (kept + 4) / (promised + 5)

/** Fewer shared minutes than this are none, when both sides tell their times. */
export const minimumMinutes = 60

/**
 * Joins both ways: the geometric mean, so that neither side's suiting makes up for the other's lack of it.
 * In millionths of the hundred, so that the order in which sums were added up decides no tie.
 */
export const joinBoth = (suitsPerson: number, suitsOpening: number) =>
  Math.round(100_000_000 * Math.sqrt(suitsPerson * suitsOpening)) / 1_000_000
