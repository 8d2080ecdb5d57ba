import { describe, expect, it } from 'vitest'
import { stretches, windowInZone } from '@/components/projects/window-in-zone'

const winter = new Date('2026-01-15T12:00:00Z')
const summer = new Date('2026-07-15T12:00:00Z')
const evening = { start: 1080, end: 1320, timeZone: 'Europe/Lisbon' }

describe('a working window in another zone', () => {
  it.each([
    ['UTC', winter, 1080, 1320],
    ['UTC', summer, 1020, 1260],
    ['Asia/Kolkata', winter, 1410, 210],
    ['America/New_York', winter, 780, 1020],
  ])('reads in %s on %s', (zone, at, start, end) => {
    expect(windowInZone(evening, zone, at)).toEqual({ start, end })
  })

  it('is cut at midnight, and only there', () => {
    expect(stretches({ start: 1080, end: 1320 })).toEqual([[1080, 1320]])
    expect(stretches({ start: 1320, end: 0 })).toEqual([[1320, 1440]])
    expect(stretches({ start: 1410, end: 210 })).toEqual([
      [1410, 1440],
      [0, 210],
    ])
  })

  it('is the whole day when both ends are one', () => {
    expect(stretches({ start: 600, end: 600 })).toEqual([[0, 1440]])
  })
})
