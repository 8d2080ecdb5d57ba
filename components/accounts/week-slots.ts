import { mergeWindows, type WeekWindow } from '@/contracts/week-windows'

/** The week as 7 × 48 half hours, Monday's first. */
export const halves = 48
export const dayNames = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const

/** Places of the half hours that the windows cover, wholly or in part. */
export function slotsOf(windows: WeekWindow[]): Set<number> {
  const slots = new Set<number>()
  for (const { weekday, startMinute, endMinute } of windows)
    for (let half = Math.floor(startMinute / 30); half < Math.ceil(endMinute / 30); half++)
      slots.add((weekday - 1) * halves + half)
  return slots
}

export function windowsOf(slots: Iterable<number>): WeekWindow[] {
  return mergeWindows(
    [...slots].map((slot) => ({
      weekday: Math.floor(slot / halves) + 1,
      startMinute: (slot % halves) * 30,
      endMinute: (slot % halves) * 30 + 30,
    })),
  )
}

/** Every half hour in the rectangle between two corners. */
export function slotsBetween(one: number, other: number): number[] {
  const days = [Math.floor(one / halves), Math.floor(other / halves)].sort((a, b) => a - b)
  const times = [one % halves, other % halves].sort((a, b) => a - b)
  const found: number[] = []
  for (let day = days[0] ?? 0; day <= (days[1] ?? 0); day++)
    for (let half = times[0] ?? 0; half <= (times[1] ?? 0); half++) found.push(day * halves + half)
  return found
}

/** The slots with some filled in or taken out. */
export function painted(slots: Set<number>, some: number[], fill: boolean): Set<number> {
  const next = new Set(slots)
  for (const slot of some)
    if (fill) next.add(slot)
    else next.delete(slot)
  return next
}

/** Where a key leads from a slot; null for keys that lead nowhere. */
export function slotAfterKey(key: string, slot: number): number | null {
  const [day, half] = [Math.floor(slot / halves), slot % halves]
  const place = (toDay: number, toHalf: number) =>
    Math.min(6, Math.max(0, toDay)) * halves + Math.min(halves - 1, Math.max(0, toHalf))
  switch (key) {
    case 'ArrowLeft':
      return place(day, half - 1)
    case 'ArrowRight':
      return place(day, half + 1)
    case 'ArrowUp':
      return place(day - 1, half)
    case 'ArrowDown':
      return place(day + 1, half)
    case 'Home':
      return place(day, 0)
    case 'End':
      return place(day, halves - 1)
    default:
      return null
  }
}
