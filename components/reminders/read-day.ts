import { day, daysUntil, midnight, weekdayOf } from './wall-clock'

export type SaidDay = {
  /** Its midnight by the clock on the wall. */
  wall: number
  /** What is meant instead once its time has passed: that day of the next week, another midnight, or nothing. */
  again: 'week' | number | null
  rest: string
  /** After midnight, when no time is said. */
  minutes?: number
  tonight?: boolean
  /** So short that it may as well begin a note. */
  needsTime?: boolean
}

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const weekday =
  /^(?:(on|this|next)\s+)?(sun(?:day)?|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?)(?!\w)/i
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const year = '(?:,?\\s+(20\\d\\d)(?![\\w:.]))?'
const dayFirst = new RegExp(
  `^(?:on\\s+)?(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${month}(?!\\w)\\.?${year}`,
  'i',
)
const monthFirst = new RegExp(
  `^(?:on\\s+)?${month}(?!\\w)\\.?\\s+(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)?(?![\\w:])${year}`,
  'i',
)
const iso = /^(?:on\s+)?(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)(?:T(?=\d))?/i
const near =
  /^(today|tonight|this\s+(morning|afternoon|evening)|tomorrow|(?:the\s+)?day\s+after\s+tomorrow)(?!\w)/i

/**
 * The day with which a text begins: "tomorrow", "next Monday", "3 Dec", "2027-01-05".
 * @param wall what the clock on the wall shows now
 */
export function readDay(text: string, wall: number): SaidDay | null {
  return readNear(text, wall) ?? readWeekday(text, wall) ?? readDate(text, wall)
}

function readNear(text: string, wall: number): SaidDay | null {
  const week = /^next\s+week(?!\w)/i.exec(text)
  if (week)
    return {
      wall: midnight(wall, daysUntil(1, wall)),
      again: null,
      rest: text.slice(week[0].length),
    }
  const found = near.exec(text)
  if (!found) return null
  const [whole, name = '', part] = found
  const word = name.toLowerCase()
  const days = word.endsWith('after tomorrow') ? 2 : word === 'tomorrow' ? 1 : 0
  const said = { wall: midnight(wall, days), again: null, rest: text.slice(whole.length) }
  if (word === 'tonight') return { ...said, tonight: true, minutes: 20 * 60 }
  const hours: Record<string, number> = { morning: 9, afternoon: 14, evening: 18 }
  const hour = hours[part?.toLowerCase() ?? '']
  return hour === undefined
    ? said
    : { ...said, minutes: hour * 60, ...(hour === 18 ? { tonight: true } : {}) }
}

function readWeekday(text: string, wall: number): SaidDay | null {
  const found = weekday.exec(text)
  if (!found) return null
  const [whole, before, name = ''] = found
  const wanted = weekdays.indexOf(name.slice(0, 3).toLowerCase())
  // Today is meant as long as its time is ahead, unless it is called the next.
  const today = weekdayOf(wall) === wanted && before?.toLowerCase() !== 'next'
  return {
    wall: midnight(wall, today ? 0 : daysUntil(wanted, wall)),
    again: 'week',
    rest: text.slice(whole.length),
    // "Sun cream".
    needsTime: !before && !/day$/i.test(name),
  }
}

function readDate(text: string, wall: number): SaidDay | null {
  const byDay = dayFirst.exec(text)
  if (byDay) return toDate(byDay[0], byDay[3], monthOf(byDay[2]), Number(byDay[1]), text, wall)
  const byMonth = monthFirst.exec(text)
  if (byMonth)
    return toDate(byMonth[0], byMonth[3], monthOf(byMonth[1]), Number(byMonth[2]), text, wall)
  const exact = iso.exec(text)
  if (!exact) return null
  const read = toDate(exact[0], exact[1], Number(exact[2]) - 1, Number(exact[3]), text, wall)
  // The letter between an ISO date and its time.
  return read && exact[0].endsWith('T') ? { ...read, rest: ` ${read.rest}` } : read
}

const monthOf = (name = '') => months.indexOf(name.slice(0, 3).toLowerCase())

function toDate(
  whole: string,
  saidYear: string | undefined,
  monthIndex: number,
  dayOfMonth: number,
  text: string,
  wall: number,
): SaidDay | null {
  const thisYear = new Date(wall).getUTCFullYear()
  const on = (wanted: number) => {
    const date = new Date(Date.UTC(wanted, monthIndex, dayOfMonth))
    return date.getUTCMonth() === monthIndex && dayOfMonth > 0 ? date.getTime() : null
  }
  const rest = text.slice(whole.length)
  if (saidYear) {
    const date = on(Number(saidYear))
    return date === null ? null : { wall: date, again: null, rest }
  }
  const [now, next] = [on(thisYear), on(thisYear + 1)]
  // The 29th of February may be in the next year alone.
  if (now === null) return next === null ? null : { wall: next, again: null, rest }
  return { wall: now, again: now < midnight(wall) ? (next ?? now + 365 * day) : null, rest }
}
