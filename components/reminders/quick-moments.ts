import { day, daysUntil, midnight, momentOf, wallOf } from './wall-clock'

export type QuickMoment = { label: string; due: number }

const minute = 60_000
const nine = 9 * 60 * minute

/** What most people want, counted from now by the clock of their zone. */
export function quickMoments(now: number, zone: string): QuickMoment[] {
  const wall = wallOf(now, zone)
  const atNine = (days: number) => momentOf(midnight(wall) + days * day + nine, zone)
  const monday = daysUntil(1, wall)
  return [
    { label: 'In 20 minutes', due: now + 20 * minute },
    { label: 'In an hour', due: now + 60 * minute },
    { label: 'In three hours', due: now + 180 * minute },
    { label: 'Tomorrow at 9', due: atNine(1) },
    // On Sundays that is the same.
    ...(monday > 1 ? [{ label: 'Next Monday at 9', due: atNine(monday) }] : []),
  ]
}
