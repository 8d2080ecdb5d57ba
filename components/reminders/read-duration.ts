import { day, momentOf, wallOf } from './wall-clock'

const minute = 60_000
const words: Record<string, number> = {
  ...{ a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8 },
  ...{ nine: 9, ten: 10, eleven: 11, twelve: 12, fifteen: 15, twenty: 20, thirty: 30, forty: 40 },
}
const units: [RegExp, Unit][] = [
  [/^(?:s|secs?|seconds?)$/i, 'second'],
  [/^(?:m|mins?|minutes?)$/i, 'minute'],
  [/^(?:h|hrs?|hours?)$/i, 'hour'],
  [/^(?:d|days?)$/i, 'day'],
  [/^(?:w|wks?|weeks?)$/i, 'week'],
  [/^months?$/i, 'month'],
]
type Unit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month'
const order: Unit[] = ['second', 'minute', 'hour', 'day', 'week', 'month']
const exact = { second: 1_000, minute, hour: 60 * minute }

const first = /^in\s+(?:(\d{1,6}(?:[.,]\d{1,3})?)\s*|([a-z]+)\s+)([a-z]+)(?![a-z])/i
const further = /^(?:,?\s*(?:and\s+)?)(\d{1,6})\s*([a-z]+)(?![a-z])/i

export type SaidDuration = {
  due: number
  rest: string
  /** It counts days of the calendar: a time of the day may follow. */
  wholeDays: boolean
}

/**
 * How long from now, with which a text begins: "in 20 minutes", "in an hour and a half", "in 1h30", "in two
 * weeks". Days, weeks and months are the calendar's, at the same time of day.
 */
export function readDuration(text: string, now: number, zone: string): SaidDuration | null {
  const half = /^in\s+half\s+an\s+hour\b/i.exec(text)
  if (half) return { due: now + 30 * minute, rest: text.slice(half[0].length), wholeDays: false }
  const begun = first.exec(text)
  if (!begun) return null
  const [whole, digits, word, unitWord = ''] = begun
  const amount = digits ? Number(digits.replace(',', '.')) : words[word?.toLowerCase() ?? '']
  let unit = unitOf(unitWord)
  if (amount === undefined || !unit) return null
  const sum: Record<Unit, number> = { second: 0, minute: 0, hour: 0, day: 0, week: 0, month: 0 }
  sum[unit] += amount
  let rest = text.slice(whole.length)
  for (;;) {
    // "In 1h30", "in an hour and a half".
    const minutes = unit === 'hour' ? /^(\d{2})(?!\w)/.exec(rest) : null
    const more = minutes ? null : /^\s+and\s+a\s+half(?![\w-])/i.exec(rest)
    const next = minutes || more ? null : further.exec(rest)
    const nextUnit = smaller(unitOf(next?.[2] ?? ''), unit)
    if (minutes) sum.minute += Number(minutes[1])
    else if (more) sum[unit] += 0.5
    else if (next && nextUnit) {
      sum[nextUnit] += Number(next[1])
      unit = nextUnit
    } else break
    rest = rest.slice((minutes ?? more ?? next)?.[0].length)
  }
  const wholeDays = sum.hour + sum.minute + sum.second === 0 && Number.isInteger(sum.day + sum.week)
  return { due: add(sum, now, zone), rest, wholeDays }
}

const unitOf = (word: string) => units.find(([names]) => names.test(word))?.[1]

/** "In an hour 3 days of leave" goes on with what is to be noted. */
const smaller = (one: Unit | undefined, than: Unit) =>
  one && order.indexOf(one) < order.indexOf(than) ? one : undefined

function add(sum: Record<Unit, number>, now: number, zone: string): number {
  const days = sum.day + 7 * sum.week
  const [months, wholeDays] = [Math.floor(sum.month), Math.floor(days)]
  let start = now
  if (months > 0 || wholeDays > 0) {
    const wall = wallOf(now, zone)
    start = momentOf(addMonths(wall, months) + wholeDays * day, zone)
  }
  return (
    start +
    ((sum.month - months) * 30 + (days - wholeDays)) * day +
    sum.hour * exact.hour +
    sum.minute * exact.minute +
    sum.second * exact.second
  )
}

/** The last day of a month that has no such day. */
function addMonths(wall: number, months: number): number {
  const date = new Date(wall)
  const target = new Date(wall)
  target.setUTCDate(1)
  target.setUTCMonth(target.getUTCMonth() + months)
  const last = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate()
  target.setUTCDate(Math.min(date.getUTCDate(), last))
  return target.getTime()
}
