import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  commonMinutes,
  dailyWindows,
  minutesOfWeek,
  type WeeklyWindow,
  weekOf,
} from '@/domain/matching/overlap'

/** Zones, each with weeks in which its clock changed, in spring and in autumn, and one in which it did not. */
const changes: Record<string, string[]> = {
  'Europe/Berlin': ['2026-03-29', '2026-10-25', '2026-07-01', '1980-04-06', '1996-10-27'],
  'America/New_York': ['2026-03-08', '2026-11-01', '2006-04-02', '2007-03-11'],
  'Australia/Lord_Howe': ['2026-04-05', '2026-10-04', '2000-08-27'],
  'Africa/Casablanca': ['2026-02-15', '2026-03-22', '2018-10-28', '2012-07-20'],
  'Pacific/Apia': ['2011-12-30', '2011-09-24', '2012-04-01'],
  'Asia/Kathmandu': ['2026-05-01', '1986-01-01'],
  'America/Sao_Paulo': ['2019-02-17', '2018-11-04', '2019-11-03'],
  'Asia/Kolkata': ['2026-10-25'],
  'America/Santiago': ['2026-04-05', '2026-09-06'],
  'Asia/Tehran': ['2022-03-22', '2022-09-22'],
  'Africa/Cairo': ['2023-04-28', '2023-10-27'],
  UTC: ['2026-03-29'],
}

/** Slow and plain: asks the zone's clock at each minute of the week. */
function oracle(week: number, ...calendars: { zone: string; windows: WeeklyWindow[] }[]): number {
  const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
  const clocks = calendars.map(({ zone, windows }) => ({
    windows,
    clock: new Intl.DateTimeFormat('en-US', {
      ...{ timeZone: zone, weekday: 'short', hour: '2-digit', minute: '2-digit' },
      hourCycle: 'h23',
    }),
  }))
  let sum = 0
  for (let at = 0; at < 10_080; at++) {
    const instant = week + at * 60_000
    const free = clocks.every(({ windows, clock }) => {
      const [, day = '', hour = '', minute = ''] =
        /(\w+),? (\d+):(\d+)/.exec(clock.format(instant)) ?? []
      const weekday = weekdays.indexOf(day) + 1
      const shown = Number(hour) * 60 + Number(minute)
      return windows.some(
        (window) =>
          window.weekday === weekday && window.startMinute <= shown && shown < window.endMinute,
      )
    })
    if (free) sum++
  }
  return sum
}

const minutes = (window: { zone: string; windows: WeeklyWindow[] }, week: number) =>
  minutesOfWeek(window.zone, window.windows, week)

const window = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.nat(1_439), fc.integer({ min: 1, max: 1_440 }))
  .map(([weekday, startMinute, length]) => ({
    weekday,
    startMinute,
    endMinute: Math.min(1_440, startMinute + length),
  }))
const zone = fc.constantFrom(...Object.keys(changes))
const calendar = fc.record({ zone, windows: fc.array(window, { maxLength: 6 }) })
const team = fc
  .record({ zone, start: fc.nat(1_439), end: fc.nat(1_440) })
  .map(({ zone, start, end }) => ({ zone, windows: dailyWindows(start, end) }))

describe.each(Object.entries(changes))('hours shared with %s', (changing, days) => {
  it.each(days)('in the week of %s agree with its clock', (day) => {
    const week = weekOf(Date.parse(`${day}T12:00:00Z`))
    fc.assert(
      fc.property(fc.array(window, { minLength: 1, maxLength: 6 }), team, (windows, other) => {
        const one = { zone: changing, windows }
        const shared = commonMinutes(minutes(one, week), minutes(other, week))
        expect(shared).toBe(oracle(week, one, other))
      }),
      { numRuns: 6 },
    )
  })
})

it('agrees with the clocks of any two zones in any week from 1975 to 2035', () => {
  const instant = fc.integer({ min: Date.UTC(1975, 0), max: Date.UTC(2035, 0) })
  fc.assert(
    fc.property(calendar, calendar, instant, (one, other, at) => {
      const week = weekOf(at)
      const shared = commonMinutes(minutes(one, week), minutes(other, week))
      expect(shared).toBe(oracle(week, one, other))
    }),
    { numRuns: 60 },
  )
})

it('counts the hour that a clock shows twice as two, and the one that it skips not at all', () => {
  const night = [{ weekday: 7, startMinute: 60, endMinute: 240 }]
  const length = (day: string) => {
    const [from = 0, to = 0] = minutesOfWeek('Europe/Berlin', night, weekOf(Date.parse(day)))
    return to - from
  }
  expect([length('2026-03-29'), length('2026-10-25'), length('2026-07-05')]).toEqual([
    120, 240, 180,
  ])
})

it('has no Friday where Samoa skipped one', () => {
  const friday = [{ weekday: 5, startMinute: 0, endMinute: 1_440 }]
  expect(minutesOfWeek('Pacific/Apia', friday, weekOf(Date.parse('2011-12-28')))).toHaveLength(0)
})

it('starts weeks on Mondays, also before 1970', () => {
  for (const day of ['2026-11-25', '2026-11-23', '2026-11-29', '1969-12-31', '1970-01-01'])
    expect(new Date(weekOf(Date.parse(day))).getUTCDay()).toBe(1)
})
