import { offsetOf } from '@/contracts/zone-offset'

const wrap = (minute: number) => ((minute % 1440) + 1440) % 1440

/** The daily window of one zone as another zone's clock shows it at this moment. */
export function windowInZone(
  window: { start: number; end: number; timeZone: string },
  zone: string,
  at: Date,
): { start: number; end: number } {
  const shift = offsetOf(zone, at) - offsetOf(window.timeZone, at)
  return { start: wrap(window.start + shift), end: wrap(window.end + shift) }
}

/** One or two stretches of the day, in minutes; a window over midnight is cut there. */
export function stretches({ start, end }: { start: number; end: number }): [number, number][] {
  if (start === end) return [[0, 1440]]
  const to = end === 0 ? 1440 : end
  if (start < to) return [[start, to]]
  return to === 1440
    ? [[start, 1440]]
    : [
        [start, 1440],
        [0, to],
      ]
}

/** "18:00"; midnight at the end of a day is "24:00" where it closes a window. */
export const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** "Europe/Lisbon" reads as "Lisbon". */
export const cityOf = (zone: string) => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
