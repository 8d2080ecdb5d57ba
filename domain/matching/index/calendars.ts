import { commonMinutes, minutesOfWeek, type WeeklyWindow } from '../overlap'

/** Rough size of one calendar beside its numbers: the objects that hold it. */
const overhead = 500

/**
 * Weekly calendars, each kept once: a million people share far fewer. Their minutes in UTC are worked out when
 * they are first asked for, and again when the week turns, for their zone's clock may have changed.
 */
export class Calendars {
  private readonly numbers = new Map<string, number>()
  private readonly known: { zone: string; windows: WeeklyWindow[] }[] = []
  private minutes: (Int32Array | undefined)[] = []
  private week = Number.NaN

  /** The calendar's number. 0 is that of whoever tells no times. */
  add(zone: string, windows: WeeklyWindow[]): number {
    if (windows.length === 0) return 0
    const key = `${zone} ${windows.map((each) => `${each.weekday}.${each.startMinute}.${each.endMinute}`).join(' ')}`
    let number = this.numbers.get(key)
    if (number === undefined) {
      number = this.known.push({ zone, windows })
      this.numbers.set(key, number)
    }
    return number
  }

  /** One more than the highest number. */
  get size(): number {
    return this.known.length + 1
  }

  /** Asks for the minutes shared with `other` in a week, each calendar once: the answers are remembered. */
  sharedWith(other: Int32Array, week: number): (number: number) => number {
    if (week !== this.week) {
      this.week = week
      this.minutes = []
    }
    const answers = new Int32Array(this.size).fill(-1)
    return (number) => {
      const answer = answers[number] as number
      if (answer >= 0) return answer
      const shared = commonMinutes(this.minutesOf(number), other)
      answers[number] = shared
      return shared
    }
  }

  private minutesOf(number: number): Int32Array {
    let minutes = this.minutes[number]
    if (!minutes) {
      const known = this.known[number - 1]
      minutes = known ? minutesOfWeek(known.zone, known.windows, this.week) : new Int32Array(0)
      this.minutes[number] = minutes
    }
    return minutes
  }

  get bytes(): number {
    return this.known.length * overhead
  }
}
