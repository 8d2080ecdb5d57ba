import { offsetOf } from '@/contracts/zone-offset'

const minute = 60_000
export const day = 24 * 60 * minute

/**
 * What the clock on the wall of a zone shows, as the milliseconds of the moment at which UTC's shows the same:
 * so days can be counted without knowing of changes to summer time.
 */
export function wallOf(moment: number, zone: string): number {
  return moment + offsetOf(zone, new Date(moment)) * minute
}

/**
 * When the clock on the wall shows this. Of an hour that comes twice the first; of one that is skipped, as much
 * later as was skipped, as a clock that nobody has put forward would have it.
 */
export function momentOf(wall: number, zone: string): number {
  const before = offsetOf(zone, new Date(wall - day))
  const after = offsetOf(zone, new Date(wall + day))
  const earlier = wall - Math.max(before, after) * minute
  const later = wall - Math.min(before, after) * minute
  return wallOf(earlier, zone) === wall
    ? earlier
    : wallOf(later, zone) === wall
      ? later
      : wall - before * minute
}

/** The beginning of a day, `days` after the one of this wall's time. */
export function midnight(wall: number, days = 0): number {
  return Math.floor(wall / day) * day + days * day
}
/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (wall: number): number => new Date(wall).getUTCDay()
/** Days from this one to the next such day; a week when it is the same. */
export const daysUntil = (weekday: number, wall: number): number =>
  ((weekday - weekdayOf(wall) + 6) % 7) + 1
