import { expect, it } from 'vitest'
import { isQuiet, quietHours } from '@/contracts/quiet-hours'

const night = { days: [1, 2, 3, 4, 5], from: 22 * 60, to: 7 * 60 }
const at = (iso: string) => new Date(iso)

it('goes over midnight, and belongs to the day on which it began', () => {
  // 2026-01-02 is a Friday.
  expect(isQuiet(night, 'UTC', at('2026-01-02T21:59:59Z'))).toBe(false)
  expect(isQuiet(night, 'UTC', at('2026-01-02T22:00:00Z'))).toBe(true)
  expect(isQuiet(night, 'UTC', at('2026-01-03T06:59:00Z'))).toBe(true)
  expect(isQuiet(night, 'UTC', at('2026-01-03T07:00:00Z'))).toBe(false)
  expect(isQuiet(night, 'UTC', at('2026-01-03T22:30:00Z'))).toBe(false)
  // The night to Monday began on a Sunday.
  expect(isQuiet(night, 'UTC', at('2026-01-05T03:00:00Z'))).toBe(false)
  expect(isQuiet(null, 'UTC', at('2026-01-02T23:00:00Z'))).toBe(false)
})

it('follows the wall clock of the zone through both changes of the year', () => {
  const hour = { days: [1, 2, 3, 4, 5, 6, 7], from: 2 * 60, to: 3 * 60 }
  const quietMinutes = (from: string) => {
    let minutes = 0
    for (let minute = 0; minute < 24 * 60; minute++)
      if (isQuiet(hour, 'Europe/Berlin', new Date(at(from).getTime() + minute * 60_000))) minutes++
    return minutes
  }
  // An ordinary day, the day without that hour, and the day that has it twice.
  expect(quietMinutes('2026-03-20T12:00:00Z')).toBe(60)
  expect(quietMinutes('2026-03-28T12:00:00Z')).toBe(0)
  expect(quietMinutes('2026-10-24T12:00:00Z')).toBe(120)
  expect(isQuiet(night, 'America/New_York', at('2026-07-02T02:30:00Z'))).toBe(true)
})

it('is a whole day where it ends as it begins', () => {
  const sunday = { days: [7], from: 0, to: 0 }
  expect(isQuiet(sunday, 'UTC', at('2026-01-04T00:00:00Z'))).toBe(true)
  expect(isQuiet(sunday, 'UTC', at('2026-01-04T23:59:59Z'))).toBe(true)
  expect(isQuiet(sunday, 'UTC', at('2026-01-05T00:00:00Z'))).toBe(false)
  expect(quietHours.safeParse({ days: [], from: 0, to: 0 }).success).toBe(false)
})
