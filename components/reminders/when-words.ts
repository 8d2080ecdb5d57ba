import { clockTime } from '@/components/rooms/reader-clock'
import { day, midnight, wallOf } from './wall-clock'

const formats = {
  weekday: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long' }),
  date: new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' },
  }),
  whole: new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' },
  }),
}

/** A moment ahead as one says it: "tomorrow at 09:00", "on Friday at 14:30". */
export function whenWords(due: number, now: number, zone: string): string {
  const [wall, today] = [wallOf(due, zone), wallOf(now, zone)]
  const time = clockTime(due, zone)
  const days = (midnight(wall) - midnight(today)) / day
  if (days === 0) return `today at ${time}`
  if (days === 1) return `tomorrow at ${time}`
  if (days > 1 && days < 7) return `on ${formats.weekday.format(wall)} at ${time}`
  const sameYear = new Date(wall).getUTCFullYear() === new Date(today).getUTCFullYear()
  return `on ${formats[sameYear ? 'date' : 'whole'].format(wall)} at ${time}`
}
