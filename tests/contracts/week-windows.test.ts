import fc from 'fast-check'
import { expect, it } from 'vitest'
import { editProfileInput, mostWindows } from '@/contracts/inputs'
import {
  mergeWindows,
  minutesOf,
  sharedMinutes,
  type WeekWindow,
  windowsInZone,
} from '@/contracts/week-windows'

const on = (weekday: number, from: number, to: number): WeekWindow => ({
  weekday,
  startMinute: from * 60,
  endMinute: to * 60,
})
const summer = new Date('2026-07-01T12:00:00Z')
const winter = new Date('2026-01-01T12:00:00Z')

it('makes hours of a day that overlap or touch one, and keeps days apart', () => {
  expect(
    mergeWindows([
      on(2, 9, 10),
      on(1, 20, 24),
      on(1, 18, 20),
      on(1, 8, 9),
      on(2, 0, 1),
      on(1, 19, 21),
    ]),
  ).toEqual([on(1, 8, 9), on(1, 18, 24), on(2, 0, 1), on(2, 9, 10)])
})

it('shows hours on another clock, over midnight and over the end of the week', () => {
  // Kathmandu is 3:45 ahead of Berlin in summer and 4:45 in winter.
  expect(windowsInZone([on(1, 20, 22)], 'Europe/Berlin', 'Asia/Kathmandu', summer)).toEqual([
    { weekday: 1, startMinute: 1425, endMinute: 1440 },
    { weekday: 2, startMinute: 0, endMinute: 105 },
  ])
  expect(windowsInZone([on(1, 20, 22)], 'Europe/Berlin', 'Asia/Kathmandu', winter)).toEqual([
    { weekday: 2, startMinute: 45, endMinute: 165 },
  ])
  expect(windowsInZone([on(7, 22, 24)], 'UTC', 'Asia/Tokyo', winter)).toEqual([on(1, 7, 9)])
  expect(windowsInZone([on(1, 1, 2)], 'UTC', 'America/New_York', winter)).toEqual([on(7, 20, 21)])
})

const windows = fc
  .array(
    fc.record({
      weekday: fc.integer({ min: 1, max: 7 }),
      startMinute: fc.integer({ min: 0, max: 47 }).map((half) => half * 30),
      length: fc.integer({ min: 1, max: 48 }).map((half) => half * 30),
    }),
    { maxLength: 12 },
  )
  .map((all) =>
    mergeWindows(
      all.map(({ weekday, startMinute, length }) => ({
        weekday,
        startMinute,
        endMinute: Math.min(1440, startMinute + length),
      })),
    ),
  )
const zone = fc.constantFrom(
  'UTC',
  'Europe/Lisbon',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'America/Los_Angeles',
)
const moment = fc.date({
  min: new Date('2024-01-01T00:00:00Z'),
  max: new Date('2028-01-01T00:00:00Z'),
  noInvalidDate: true,
})

it('loses and gains nothing on the way to another clock, and comes back the same', () => {
  fc.assert(
    fc.property(windows, zone, zone, moment, (own, from, to, at) => {
      const there = windowsInZone(own, from, to, at)
      expect(minutesOf(there)).toBe(minutesOf(own))
      expect(windowsInZone(there, to, from, at)).toEqual(own)
    }),
  )
})

it('shares the same minutes whoever asks, never more than one has, and on whichever clock', () => {
  fc.assert(
    fc.property(windows, windows, zone, zone, moment, (one, other, a, b, at) => {
      const onA = windowsInZone(other, b, a, at)
      const onB = windowsInZone(one, a, b, at)
      const shared = sharedMinutes(one, onA)
      expect(shared).toBe(sharedMinutes(onB, other))
      expect(shared).toBe(sharedMinutes(onA, one))
      expect(shared).toBeLessThanOrEqual(Math.min(minutesOf(one), minutesOf(other)))
      expect(sharedMinutes(one, one)).toBe(minutesOf(one))
    }),
  )
})

it('takes hours in halves, merges them, and refuses more stretches than a profile holds', () => {
  const profile = { name: 'Ada', headline: '', bio: '', timeZone: 'UTC', weeklyHours: null }
  const parse = (all: unknown[]) => editProfileInput.safeParse({ ...profile, windows: all })
  expect(parse([on(1, 20, 22), on(1, 18, 20)]).data?.windows).toEqual([on(1, 18, 22)])
  for (const odd of [
    { ...on(1, 1, 2), startMinute: 61 },
    on(1, 5, 5),
    on(1, 6, 5),
    on(8, 1, 2),
    on(0, 1, 2),
    on(1, 23, 25),
    { weekday: 1, startMinute: Number.NaN, endMinute: 60 },
  ])
    expect(parse([odd]).success).toBe(false)
  const apart = Array.from({ length: mostWindows + 1 }, (_, at) =>
    on(1 + (at % 7), 2 * Math.floor(at / 7), 2 * Math.floor(at / 7) + 1),
  )
  expect(parse(apart).error?.issues[0]?.path).toEqual(['windows'])
  expect(parse(apart.slice(1)).success).toBe(true)
})
