import { offsetOf } from './zone-offset'

/** A stretch of a day, every week. 1 is Monday; minutes after midnight, from 0 to 1440, in a zone that is told apart. */
export type WeekWindow = { weekday: number; startMinute: number; endMinute: number }

const day = 1440
const week = 7 * day
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** The same hours in order, those of a day that overlap or touch made one. Midnight stays a border. */
export function mergeWindows(windows: WeekWindow[]): WeekWindow[] {
  const merged: WeekWindow[] = []
  const inOrder = [...windows].sort(
    (a, b) => a.weekday - b.weekday || a.startMinute - b.startMinute,
  )
  for (const window of inOrder) {
    const last = merged.at(-1)
    if (last && last.weekday === window.weekday && window.startMinute <= last.endMinute)
      last.endMinute = Math.max(last.endMinute, window.endMinute)
    else
      merged.push({
        weekday: window.weekday,
        startMinute: window.startMinute,
        endMinute: window.endMinute,
      })
  }
  return merged
}

/** The windows of one zone as another zone's clock shows them at this moment, cut at its midnights. */
export function windowsInZone(
  windows: WeekWindow[],
  from: string,
  to: string,
  at: Date,
): WeekWindow[] {
  const shift = from === to ? 0 : offsetOf(to, at) - offsetOf(from, at)
  const moved: WeekWindow[] = []
  for (const { weekday, startMinute, endMinute } of windows) {
    let start = ((weekday - 1) * day + startMinute + shift + week) % week
    let left = endMinute - startMinute
    while (left > 0) {
      const minute = start % day
      const length = Math.min(left, day - minute)
      moved.push({
        weekday: Math.floor(start / day) + 1,
        startMinute: minute,
        endMinute: minute + length,
      })
      start = (start + length) % week
      left -= length
    }
  }
  return mergeWindows(moved)
}

/** Minutes a week in which both are there; both merged, and in one zone. */
export function sharedMinutes(one: WeekWindow[], other: WeekWindow[]): number {
  let shared = 0
  for (const a of one)
    for (const b of other)
      if (a.weekday === b.weekday)
        shared += Math.max(
          0,
          Math.min(a.endMinute, b.endMinute) - Math.max(a.startMinute, b.startMinute),
        )
  return shared
}

export const minutesOf = (windows: WeekWindow[]) =>
  windows.reduce((sum, window) => sum + window.endMinute - window.startMinute, 0)
