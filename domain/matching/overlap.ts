/*
 * Hours that two calendars share in one real week. Windows are weekly and local ("Tuesdays 18:00 to 22:00 in
 * Berlin"); what they mean in UTC changes with the rules of their zone, also within a week. A window is the
 * set of instants at which the local clock shows a time inside it: an hour that the clock skips is no time,
 * one that it shows twice is two hours.
 */

/** Weekday 1 Monday … 7 Sunday, minutes after local midnight. */
export type WeeklyWindow = { weekday: number; startMinute: number; endMinute: number }

const minutesPerDay = 1_440
const minutesPerWeek = 7 * minutesPerDay
const minute = 60_000
/** No zone has ever changed its clock twice within so many minutes. */
const stride = 180

/** The start of the week of this instant: Monday, midnight in UTC, in milliseconds. */
export function weekOf(instant: number): number {
  // The epoch was a Thursday.
  const sinceMonday = Math.floor(instant / minute / minutesPerDay) + 3
  return (Math.floor(sinceMonday / 7) * 7 - 3) * minutesPerDay * minute
}

const daily = new Map<number, WeeklyWindow[]>()

/**
 * A daily window as one per weekday; it may cross midnight, and from a time to the same time is all day.
 * The same two times always give the same list.
 */
export function dailyWindows(startMinute: number, endMinute: number): WeeklyWindow[] {
  const key = startMinute * 2_000 + endMinute
  let windows = daily.get(key)
  if (!windows) {
    if (daily.size > 10_000) daily.clear()
    windows = spread(startMinute, endMinute)
    daily.set(key, windows)
  }
  return windows
}

function spread(startMinute: number, endMinute: number): WeeklyWindow[] {
  const parts: [number, number][] =
    startMinute % minutesPerDay === endMinute % minutesPerDay
      ? [[0, minutesPerDay]]
      : startMinute < endMinute
        ? [[startMinute, endMinute]]
        : [
            [startMinute, minutesPerDay],
            [0, endMinute],
          ]
  return [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
    parts.flatMap(([from, to]) =>
      from < to ? [{ weekday, startMinute: from, endMinute: to }] : [],
    ),
  )
}

/** By windows, then by zone and week. One person is scored with many openings, and with small changes. */
const worked = new WeakMap<WeeklyWindow[], Map<string, Int32Array>>()

/**
 * When these windows are in the week that starts at `week`: ascending, disjoint `[from, to)` pairs, flat, in
 * minutes after the week's start. What was worked out is kept as long as the windows are.
 */
export function minutesOfWeek(zone: string, windows: WeeklyWindow[], week: number): Int32Array {
  const key = `${zone} ${week}`
  let known = worked.get(windows)
  if (!known || known.size > 500) {
    known = new Map()
    worked.set(windows, known)
  }
  let minutes = known.get(key)
  if (!minutes) {
    minutes = workOut(zone, windows, week)
    known.set(key, minutes)
  }
  return minutes
}

function workOut(zone: string, windows: WeeklyWindow[], week: number): Int32Array {
  const pairs: [number, number][] = []
  for (const segment of segmentsOf(zone, week))
    for (const { weekday, startMinute, endMinute } of windows) {
      const from = (weekday - 1) * minutesPerDay + startMinute - segment.offset
      const length = endMinute - startMinute
      for (const start of [from - minutesPerWeek, from, from + minutesPerWeek]) {
        const clipped = Math.max(start, segment.from)
        const end = Math.min(start + length, segment.to)
        if (clipped < end) pairs.push([clipped, end])
      }
    }
  pairs.sort((one, other) => one[0] - other[0])
  const merged: number[] = []
  for (const [from, to] of pairs) {
    const last = merged.length - 1
    const end = merged[last]
    if (end !== undefined && from <= end) merged[last] = Math.max(end, to)
    else merged.push(from, to)
  }
  return Int32Array.from(merged)
}

/** Minutes that two results of `minutesOfWeek` share. */
export function commonMinutes(one: Int32Array, other: Int32Array): number {
  let sum = 0
  let at = 0
  let beside = 0
  while (at < one.length && beside < other.length) {
    const to = one[at + 1] as number
    const end = other[beside + 1] as number
    const shared = Math.min(to, end) - Math.max(one[at] as number, other[beside] as number)
    if (shared > 0) sum += shared
    if (to < end) at += 2
    else beside += 2
  }
  return sum
}

/** Minutes of the week between two changes of the clock, and what the clock is ahead of UTC meanwhile. */
type Segment = { from: number; to: number; offset: number }
const segments = new Map<string, Segment[]>()

function segmentsOf(zone: string, week: number): Segment[] {
  const key = `${zone} ${week}`
  const known = segments.get(key)
  if (known) return known
  // Weeks pass and a process stays: what it knew of earlier ones goes.
  if (segments.size > 2_000) segments.clear()
  const found = findSegments(zone, week)
  segments.set(key, found)
  return found
}

function findSegments(zone: string, week: number): Segment[] {
  const offset = (at: number) => offsetOf(zone, week + at * minute)
  const found: Segment[] = []
  let current = { from: 0, offset: offset(0) }
  for (let at = stride; at <= minutesPerWeek; at += stride) {
    if (offset(at) === current.offset) continue
    let [before, after] = [at - stride, at]
    while (after - before > 1) {
      const middle = (before + after) >> 1
      if (offset(middle) === current.offset) before = middle
      else after = middle
    }
    if (after < minutesPerWeek) {
      found.push({ ...current, to: after })
      current = { from: after, offset: offset(after) }
    }
  }
  return [...found, { ...current, to: minutesPerWeek }]
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(zone: string): Intl.DateTimeFormat {
  let clock = clocks.get(zone)
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US', {
      ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric' },
      ...{ day: 'numeric', hour: 'numeric', minute: 'numeric' },
    })
    clocks.set(zone, clock)
  }
  return clock
}

/** Minutes that the zone's clock is ahead of UTC at an instant. */
function offsetOf(zone: string, instant: number): number {
  const part: Record<string, number> = {}
  for (const { type, value } of clockOf(zone).formatToParts(instant)) part[type] = Number(value)
  const { year = 0, month = 0, day = 0, hour = 0, minute: shown = 0 } = part
  return (Date.UTC(year, month - 1, day, hour, shown) - instant) / minute
}
