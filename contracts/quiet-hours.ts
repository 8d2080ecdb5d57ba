import { z } from 'zod'
import { offsetOf } from './zone-offset'

/*
 * Hours of the day in which somebody wants to be left alone, by the clock of their own zone.
 */

export const quietHours = z.object({
  /** On which days they begin: 1 Monday … 7 Sunday. */
  days: z
    .array(z.number().int().min(1).max(7))
    .max(7)
    .transform((days) => [...new Set(days)].sort())
    .refine((days) => days.length > 0, 'Choose at least one day.'),
  /** Minutes after midnight; `to` at or before `from` is on the next day. */
  from: z.number().int().min(0).max(1439),
  to: z.number().int().min(0).max(1439),
})
export type QuietHours = z.infer<typeof quietHours>

/** Null turns them off. */
export const quietHoursInput = z.object({ hours: quietHours.nullable() })

const day = 1440

/**
 * Whether it is quiet at this moment, by what the wall clock of the zone shows then. So an hour that a change
 * to summer time skips is never quiet, and one that comes twice is quiet twice.
 */
export function isQuiet(hours: QuietHours | null, zone: string, at: Date): boolean {
  if (!hours) return false
  const local = new Date(at.getTime() + offsetOf(zone, at) * 60_000)
  const minute = local.getUTCHours() * 60 + local.getUTCMinutes()
  const weekday = local.getUTCDay() || 7
  const length = (hours.to - hours.from + day) % day || day
  const since = (minute - hours.from + day) % day
  if (since >= length) return false
  // After midnight it is the day before that the quiet began on.
  const began = minute >= hours.from ? weekday : weekday === 1 ? 7 : weekday - 1
  return hours.days.includes(began)
}
