import { skillWeight } from '../fit'
import { tagOf } from './bounds'
import { Calendars } from './calendars'
import type { ProjectEntry } from './entries'
import { growingShorts, growingWords } from './growing'
import { IdTable } from './id-table'
import type { Numbering } from './numbering'

/*
 * A row is all that is known of an opening and its project, in one run of 16-bit numbers, and goes by where it
 * starts: to score it is one walk to memory, not one for each column. Numbers of 32 bits take two places.
 */
export const at = {
  length: 0,
  alive: 1,
  opening: 2,
  project: 4,
  context: 6,
  answered: 8,
  asked: 9,
  steps: 10,
  taught: 11,
  skills: 12,
} as const
/** Where the lists start: steps, taught skills, then pairs of a needed skill and its need. */
export const lists = 13

/** A need: the minimum level, with 8 when required and 16 when the team has the skill already. */
export const levelOf = (need: number) => need & 7
const kindOf = (need: number) => need >> 3

export class OpeningRows {
  readonly ids = new IdTable()
  readonly projects = new IdTable()
  readonly calendars = new Calendars()
  private readonly data = growingShorts()
  /** Of each project, where its living rows start and end. */
  private readonly first = growingWords()
  private readonly after = growingWords()
  /** Every pair of a calendar and hours a week there is, as a tag: many projects share one. */
  readonly contexts: number[] = []
  private readonly contextNumbers = new Map<number, number>()
  private readonly weights: number[] = []
  living = 0

  constructor(
    private readonly skills: Numbering,
    private readonly steps: Numbering,
    private readonly rarity: (skill: number) => number,
  ) {}

  /** The numbers of all rows; it is another array after rows were added. */
  get items(): Uint16Array {
    return this.data.items
  }
  /** Where the next row would start. */
  get end(): number {
    return this.data.length
  }
  word(row: number, offset: number): number {
    const { items } = this.data
    return (items[row + offset] as number) + (items[row + offset + 1] as number) * 65_536
  }
  openingOf = (row: number) => this.word(row, at.opening)
  projectOf = (row: number) => this.word(row, at.project)
  contextOf = (row: number) => this.word(row, at.context)

  /** @returns the weight of a needed skill */
  weightOf(skill: number, need: number): number {
    return this.weights[skill * 4 + kindOf(need)] as number
  }

  add(entry: ProjectEntry, windows: Parameters<Calendars['add']>[1]): void {
    const project = this.projects.add(entry.id)
    this.first.extend(project + 1)
    this.after.extend(project + 1)
    this.strike(project)
    this.first.items[project] = this.data.length
    const context = this.addContext(
      tagOf(this.calendars.add(entry.timeZone, windows), entry.hoursPerWeek),
    )
    const asked = Math.min(65_535, entry.asked)
    for (const { id, skills } of entry.openings) {
      const row = this.data.length
      const head = [0, 1, ...two(this.ids.add(id)), ...two(project), ...two(context)]
      for (const number of [...head, Math.min(asked, entry.answered), asked]) this.data.push(number)
      this.data.push(entry.steps.length)
      this.data.push(entry.teaches.length)
      this.data.push(skills.length)
      for (const step of entry.steps) this.data.push(this.steps.of(step))
      for (const slug of entry.teaches) this.data.push(this.skills.of(slug))
      for (const { slug, minimumLevel, required, covered } of skills) {
        this.data.push(this.skills.of(slug))
        this.data.push(minimumLevel | (required ? 8 : 0) | (covered ? 16 : 0))
      }
      this.data.items[row] = this.data.length - row
      this.living++
    }
    this.after.items[project] = this.data.length
    for (let kind = this.weights.length; kind < this.skills.size * 4; kind++)
      this.weights.push(skillWeight(this.rarity(kind >> 2), (kind & 1) > 0, (kind & 2) > 0))
  }

  private addContext(tag: number): number {
    let context = this.contextNumbers.get(tag)
    if (context === undefined) {
      context = this.contexts.push(tag) - 1
      this.contextNumbers.set(tag, context)
    }
    return context
  }

  remove(projectId: string): void {
    const project = this.projects.find(projectId)
    if (project >= 0) this.strike(project)
  }

  private strike(project: number) {
    const { items } = this.data
    const to = this.after.items[project] as number
    for (let row = this.first.items[project] as number; row < to; row += items[row] as number) {
      items[row + at.alive] = 0
      this.living--
    }
    this.first.items[project] = 0
    this.after.items[project] = 0
  }

  get bytes(): number {
    const parts = [this.ids, this.projects, this.calendars, this.data, this.first, this.after]
    return parts.reduce((sum, { bytes }) => sum + bytes, 0)
  }
}

export const two = (number: number) => [number & 65_535, number >>> 16]
