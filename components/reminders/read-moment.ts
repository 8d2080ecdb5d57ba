import { readDay, type SaidDay } from './read-day'
import { readDuration } from './read-duration'
import { readTime, type SaidTime } from './read-time'
import { day, midnight, momentOf, wallOf } from './wall-clock'

export type ReadMoment = {
  /** Milliseconds; it may lie in the past. */
  due: number
  /** What follows it. */
  rest: string
  /** A mere number of an hour: other words may be meant. */
  vague: boolean
}

const minute = 60_000
const morning = 9 * 60
const noon = 12 * 60

/** The moment with which a text begins, if it begins with one. */
export function readMoment(text: string, now: number, zone: string): ReadMoment | null {
  const wall = wallOf(now, zone)
  const span = readDuration(text, now, zone)
  if (span) {
    const time = span.wholeDays ? readTime(span.rest, 'after a day') : null
    if (!time) return { due: span.due, rest: span.rest, vague: false }
    const onDay = midnight(wallOf(span.due, zone)) + time.minutes * minute
    return { due: momentOf(onDay, zone), rest: time.rest, vague: false }
  }
  const date = readDay(text, wall)
  if (date) {
    const time = readTime(date.rest, 'after a day')
    if (!time && date.needsTime) return null
    return { ...settle(date, time, now, zone), rest: (time ?? date).rest, vague: false }
  }
  const time = readTime(text, 'alone')
  if (!time) return null
  const after = readDay(time.rest.replace(/^,?\s+/, ''), wall)
  if (after) return { ...settle(after, time, now, zone), rest: after.rest, vague: false }
  const today = momentOf(midnight(wall) + time.minutes * minute, zone)
  const due = today > now ? today : momentOf(midnight(wall, 1) + time.minutes * minute, zone)
  return { due, rest: time.rest, vague: time.bare }
}

/** Of a day that comes again, the first time that is ahead. */
function settle(date: SaidDay, time: SaidTime | null, now: number, zone: string): { due: number } {
  let minutes = time?.minutes ?? date.minutes ?? morning
  // "Tonight at 9" is in the evening, and at 1 it is tomorrow already.
  if (date.tonight && time?.bare && minutes >= 5 * 60 && minutes < noon) minutes += noon
  if (date.tonight && minutes < 5 * 60) minutes += 24 * 60
  const on = (wall: number) => momentOf(wall + minutes * minute, zone)
  const first = on(date.wall)
  if (first > now || date.again === null) return { due: first }
  return { due: on(date.again === 'week' ? date.wall + 7 * day : date.again) }
}
