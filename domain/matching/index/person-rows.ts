import type { StepState } from '@/contracts/vocabulary'
import { tagOf } from './bounds'
import { Calendars } from './calendars'
import type { PersonEntry } from './entries'
import { growingShorts, growingWords } from './growing'
import { IdTable } from './id-table'
import type { Numbering } from './numbering'
import { two } from './opening-rows'

/*
 * A row is all that is known of a person, in one run of 16-bit numbers, and goes by where it starts, as in
 * opening-rows.ts. Its lists: skills with levels, wanted skills, steps with states.
 */
export const at = {
  length: 0,
  alive: 1,
  person: 2,
  tag: 4,
  kept: 6,
  promised: 7,
  has: 8,
  wants: 9,
  steps: 10,
} as const
export const lists = 11

/** A skill with its level, and a step with its state, each in one number. */
export const skillOf = (held: number) => held >> 3
export const levelOf = (held: number) => held & 7
export const stepOf = (progress: number) => progress >> 2
export const stateOf = (progress: number) => progress & 3
export const states: StepState[] = ['not_started', 'learning', 'done', 'skipped']
/** No hours told. */
export const untold = 255

export class PersonRows {
  readonly ids = new IdTable()
  readonly calendars = new Calendars()
  private readonly data = growingShorts()
  /** Of each person their living row + 1. */
  private readonly rowOf = growingWords()
  living = 0

  constructor(
    private readonly skills: Numbering,
    private readonly steps: Numbering,
  ) {}

  /** The numbers of all rows; it is another array after rows were added. */
  get items(): Uint16Array {
    return this.data.items
  }
  /** Where the next row would start. */
  get end(): number {
    return this.data.length
  }
  personOf = (row: number) => this.word(row, at.person)
  tagOf = (row: number) => this.word(row, at.tag)
  private word(row: number, offset: number): number {
    const { items } = this.data
    return (items[row + offset] as number) + (items[row + offset + 1] as number) * 65_536
  }

  add(entry: PersonEntry): void {
    const person = this.ids.add(entry.id)
    this.rowOf.extend(person + 1)
    this.strike(person)
    const row = this.data.length
    this.rowOf.items[person] = row + 1
    const calendar = this.calendars.add(entry.timeZone, entry.windows)
    const tag = tagOf(calendar, entry.weeklyHours ?? untold)
    const promised = Math.min(65_535, entry.promised)
    const head = [0, 1, ...two(person), ...two(tag), Math.min(promised, entry.kept), promised]
    const counts = [entry.has.length, entry.wants.length, entry.steps.length]
    for (const number of [...head, ...counts]) this.data.push(number)
    for (const { slug, level } of entry.has) this.data.push(this.skills.of(slug) * 8 + level)
    for (const slug of entry.wants) this.data.push(this.skills.of(slug))
    for (const { stepId, state } of entry.steps)
      this.data.push(this.steps.of(stepId) * 4 + states.indexOf(state))
    this.data.items[row] = this.data.length - row
    this.living++
  }

  remove(personId: string): void {
    const person = this.ids.find(personId)
    if (person >= 0) this.strike(person)
  }

  private strike(person: number) {
    const row = (this.rowOf.items[person] as number) - 1
    if (row < 0) return
    this.data.items[row + at.alive] = 0
    this.rowOf.items[person] = 0
    this.living--
  }

  get bytes(): number {
    const parts = [this.ids, this.calendars, this.data, this.rowOf]
    return parts.reduce((sum, { bytes }) => sum + bytes, 0)
  }
}
