import { v7 } from 'uuid'

const minute = 60_000
const day = 24 * 60 * minute

/** Where the demo takes its chances and its dates from: the same every time, but for the moment of seeding. */
export type Clock = ReturnType<typeof startClock>

export function startClock(now: Date, seed = 20_260_101) {
  let state = seed
  // mulberry32: small, and the same on every machine.
  const random = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const daysAgo = (days: number) => new Date(now.getTime() - days * day)
  return {
    now,
    random,
    daysAgo,
    /** An id that sorts by that moment, as the database's own do: "newest first" follows ids. */
    idAt: (at: Date) =>
      v7({ msecs: at.getTime(), random: Uint8Array.from({ length: 16 }, () => random() * 256) }),
    /** Reads `-3 18:20` and `-25m` (see DemoMessage). */
    read(text: string): Date {
      const minutes = /^-(\d+)m$/.exec(text)
      if (minutes) return new Date(now.getTime() - Number(minutes[1]) * minute)
      const moment = /^-(\d+) (\d\d):(\d\d)$/.exec(text)
      if (!moment) throw new Error(`“${text}” is not a moment of the demo.`)
      const at = daysAgo(Number(moment[1]))
      at.setUTCHours(Number(moment[2]), Number(moment[3]), 0, 0)
      return at
    },
  }
}

export const later = (at: Date, milliseconds: number) => new Date(at.getTime() + milliseconds)
export const hours = (count: number) => count * 60 * minute
export const minutes = (count: number) => count * minute

/** `18:30` as minutes after midnight. */
export function minuteOfDay(text: string): number {
  const [hour, rest] = text.split(':').map(Number)
  return (hour ?? 0) * 60 + (rest ?? 0)
}
