import { furthestReminder, maximumReminderNote } from '@/contracts/reminders'
import { day, midnight, momentOf, wallOf } from './wall-clock'

/** As the fields of a form have it. */
export type Chosen = { note: string; date: string; time: string }
export type Problems = Partial<Record<keyof Chosen, string>>

/** The moment that was chosen, or what is wrong with which field. */
export function checkChosen(
  { note, date, time }: Chosen,
  { now, zone, needsNote }: { now: number; zone: string; needsNote: boolean },
): { due: number } | { problems: Problems } {
  const problems: Problems = {}
  if (needsNote && note.trim() === '') problems.note = 'Write what to remind you of.'
  if (note.trim().length > maximumReminderNote)
    problems.note = `Keep the note to ${maximumReminderNote} characters.`
  const wall = Date.parse(`${date}T${time}:00Z`)
  const due = Number.isNaN(wall) ? Number.NaN : momentOf(wall, zone)
  if (Number.isNaN(Date.parse(`${date}T00:00:00Z`))) problems.date = 'Choose a day.'
  else if (!/^\d\d:\d\d$/.test(time)) problems.time = 'Choose a time.'
  else if (wall < midnight(wallOf(now, zone))) problems.date = 'That day has passed.'
  else if (due <= now) problems.time = 'That moment has passed. Choose a later one.'
  else if (!(due - now <= furthestReminder * day)) problems.date = 'Choose a day within a year.'
  return Object.keys(problems).length > 0 ? { problems } : { due }
}
