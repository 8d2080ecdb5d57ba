import type { PersonFacts } from '../facts'
import {
  forOpening,
  forPerson,
  hoursValue,
  joinBoth,
  keptShare,
  learningValue,
  levelValue,
  neutral,
  skillFit,
  skillWeight,
  stepValue,
} from '../fit'
import { dailyWindows, minutesOfWeek } from '../overlap'
import { BestList } from './best-list'
import { Ceiling, Contexts, tagOf } from './bounds'
import { Calendars } from './calendars'
import type { ProjectEntry } from './entries'
import { growingBytes, growingShorts, growingWords } from './growing'
import { IdTable } from './id-table'
import type { Numbering } from './numbering'
import { Postings } from './postings'

/** Fewer rows than this are quicker looked through than looked up. */
export const smallEnough = 4_000

export type Query = { limit: number; week: number; exhaustive?: boolean }
export type Found = { id: string; score: number }

/**
 * Every opening with a free seat, in typed arrays, and the exact best of them for a person.
 *
 * An opening is listed under each step of its project together with the skill that weighs most in it. Whoever
 * lacks that skill covers at most the rest: with the step this bounds the score of everything in a list, and
 * a list whose bound is below the worst of the best so far is not opened (MaxScore). Rows never change: what
 * changes is struck out and added anew, beyond the lists, and looked through one by one until they are
 * rebuilt.
 */
export class OpeningIndex {
  private readonly ids = new IdTable()
  private readonly projects = new IdTable()
  private readonly calendars = new Calendars()
  // Per opening row. The same opening has a new row after each change; one at most is alive.
  private readonly opening = growingWords()
  private readonly project = growingWords()
  private readonly alive = growingBytes()
  private readonly skillStart = growingWords()
  private readonly skill = growingShorts()
  /** Minimum level, with 8 when required and 16 when the team has the skill already. */
  private readonly need = growingBytes()
  // Per project.
  private readonly firstRow = growingWords()
  private readonly afterRows = growingWords()
  private readonly calendar = growingWords()
  private readonly hours = growingBytes()
  private readonly answered = growingShorts()
  private readonly asked = growingShorts()
  private readonly stepStart = growingWords()
  private readonly stepEnd = growingWords()
  private readonly step = growingShorts()
  private readonly taughtStart = growingWords()
  private readonly taughtEnd = growingWords()
  private readonly taught = growingShorts()

  private readonly weights: number[] = []
  private postings: Postings | null = null
  private listed = 0
  private bestAnswers = keptShare(0, 0)
  living = 0

  constructor(
    private readonly skills: Numbering,
    private readonly steps: Numbering,
    private readonly rarity: (skill: number) => number,
  ) {
    this.skillStart.push(0)
  }

  get rows(): number {
    return this.opening.length
  }

  /** Puts a project as it is now in place of what was known of it. */
  put(entry: ProjectEntry): void {
    const project = this.projects.add(entry.id)
    for (const column of [this.firstRow, this.afterRows, this.calendar, this.stepStart])
      column.extend(project + 1)
    for (const column of [this.stepEnd, this.taughtStart, this.taughtEnd])
      column.extend(project + 1)
    this.hours.extend(project + 1)
    this.answered.extend(project + 1)
    this.asked.extend(project + 1)
    this.strike(project)
    if (entry.openings.length === 0) return
    const windows = dailyWindows(entry.windowStart, entry.windowEnd)
    this.calendar.items[project] = this.calendars.add(entry.timeZone, windows)
    this.hours.items[project] = entry.hoursPerWeek
    const asked = Math.min(65_535, entry.asked)
    this.answered.items[project] = Math.min(asked, entry.answered)
    this.asked.items[project] = asked
    this.bestAnswers = Math.max(this.bestAnswers, keptShare(Math.min(asked, entry.answered), asked))
    this.stepStart.items[project] = this.step.length
    for (const step of entry.steps) this.step.push(this.steps.of(step))
    this.stepEnd.items[project] = this.step.length
    this.taughtStart.items[project] = this.taught.length
    for (const skill of entry.teaches) this.taught.push(this.skills.of(skill))
    this.taughtEnd.items[project] = this.taught.length
    this.firstRow.items[project] = this.opening.length
    for (const opening of entry.openings) {
      this.opening.push(this.ids.add(opening.id))
      this.project.push(project)
      this.alive.push(1)
      this.living++
      for (const { slug, minimumLevel, required, covered } of opening.skills) {
        this.skill.push(this.skills.of(slug))
        this.need.push(minimumLevel | (required ? 8 : 0) | (covered ? 16 : 0))
      }
      this.skillStart.push(this.skill.length)
    }
    this.afterRows.items[project] = this.opening.length
    this.weigh()
  }

  remove(projectId: string): void {
    const project = this.projects.find(projectId)
    if (project >= 0) this.strike(project)
  }

  private strike(project: number) {
    const to = this.afterRows.items[project] as number
    for (let row = this.firstRow.items[project] as number; row < to; row++) {
      this.living -= this.alive.items[row] as number
      this.alive.items[row] = 0
    }
    this.firstRow.items[project] = 0
    this.afterRows.items[project] = 0
  }

  /** Lists anew what has come since, once it has become much. */
  settle(): void {
    const unlisted = this.rows - this.listed
    if (unlisted > Math.max(smallEnough, this.listed * 0.02)) this.list()
  }

  private list() {
    const steps = this.steps.size
    this.postings = Postings.build(
      steps * this.skills.size,
      (entry) => {
        for (let row = 0; row < this.rows; row++) {
          if (!this.alive.items[row]) continue
          const { heaviest, rest } = this.heaviestOf(row)
          const grade = Math.ceil(rest * 255)
          const project = this.project.items[row] as number
          const to = this.stepEnd.items[project] as number
          const from = this.stepStart.items[project] as number
          for (let at = from; at < to; at++)
            entry(heaviest * steps + (this.step.items[at] as number), row, grade)
          if (from === to) entry(heaviest * steps, row, grade)
        }
      },
      (row) => this.tagOf(row),
    )
    this.listedSteps = steps
    this.listed = this.rows
  }
  private listedSteps = 0

  private tagOf(row: number): number {
    const project = this.project.items[row] as number
    return tagOf(this.calendar.items[project] as number, this.hours.items[project] as number)
  }

  /** What each skill weighs where it is nice, required, and either with the team having it already. */
  private weigh() {
    for (let at = this.weights.length; at < this.skills.size * 4; at++)
      this.weights.push(skillWeight(this.rarity(at >> 2), (at & 1) > 0, (at & 2) > 0))
  }

  /** The skill that weighs most in an opening, and the share of the others. */
  private heaviestOf(row: number): { heaviest: number; rest: number } {
    let [heaviest, most, whole] = [0, 0, 0]
    const to = this.skillStart.items[row + 1] as number
    for (let at = this.skillStart.items[row] as number; at < to; at++) {
      const skill = this.skill.items[at] as number
      const need = this.need.items[at] as number
      const weight = this.weights[skill * 4 + (need >> 3)] as number
      whole += weight
      if (weight > most) [heaviest, most] = [skill, weight]
    }
    return { heaviest, rest: whole === 0 ? 1 : 1 - most / whole }
  }

  /**
   * The best openings for a person, one of each project, exactly: the highest score first, ties by id.
   * @param excluded ids of projects that are out of the question
   */
  search(person: PersonFacts, excluded: string[], query: Query): Found[] {
    const best = new BestList(query.limit, (one, other) =>
      this.ids.isBefore(this.opening.items[one] as number, this.opening.items[other] as number),
    )
    const asking = this.ask(person, excluded, query.week)
    const { postings } = this
    this.scan(query.exhaustive || !postings ? 0 : this.listed, this.rows, asking, best)
    if (postings && !query.exhaustive) this.searchLists(postings, asking, best)
    return best.rows.map((row, at) => ({
      id: this.ids.idOf(this.opening.items[row] as number),
      score: best.scores[at] as number,
    }))
  }

  private scan(from: number, to: number, asking: Asking, best: BestList) {
    for (let row = from; row < to; row++) this.consider(row, asking, best)
  }

  private consider(row: number, asking: Asking, best: BestList) {
    const tag = this.tagOf(row)
    const hours = asking.contexts.hours(tag)
    if (hours >= 0) this.weighUp(row, hours, tag & 255, asking, best)
  }

  private weighUp(
    row: number,
    hours: number,
    hoursPerWeek: number,
    asking: Asking,
    best: BestList,
  ) {
    if (!this.alive.items[row]) return
    const commitment = asking.contexts.commitment[hoursPerWeek] as number
    const score = this.scoreOf(row, hours, commitment, asking)
    if (score < best.threshold) return
    const project = this.project.items[row] as number
    if (!asking.excluded.has(project)) best.add(row, score, project)
  }

  /** Opens the lists from the most promising on, each as far as its entries can still matter. */
  private searchLists(postings: Postings, asking: Asking, best: BestList) {
    const steps = this.listedSteps
    const order = Array.from({ length: steps }, (_, step) => step).sort(
      (one, other) => (asking.stepValues[other] as number) - (asking.stepValues[one] as number),
    )
    // Skills that the person has come first: there nothing is known to be missing.
    for (const held of [true, false])
      for (const step of order) {
        const ceilingOf = (coverage: number) =>
          new Ceiling({
            learning: learningValue(
              asking.stepValues[step] as number,
              asking.wanted,
              asking.wanted,
            ),
            answers: this.bestAnswers,
            coverage,
            kept: asking.kept,
          })
        const [whole, average] = [ceilingOf(1), ceilingOf(neutral.skills)]
        if (!this.canMatter(whole, asking, best)) continue
        for (let key = step, skill = 0; key < postings.keys; key += steps, skill++) {
          const asksAverage = asking.hasNone || skill === 0
          if ((asksAverage || asking.levels[skill] !== 0) !== held) continue
          if (!held) this.searchGraded(postings, key, ceilingOf, asking, best)
          else this.searchList(postings, key, asksAverage ? average : whole, asking, best)
        }
      }
  }

  private canMatter(ceiling: Ceiling, { mostHours, contexts }: Asking, best: BestList): boolean {
    return ceiling.reaches(best.threshold, mostHours, contexts.commitment[1] as number)
  }

  private searchList(
    postings: Postings,
    key: number,
    ceiling: Ceiling,
    asking: Asking,
    best: BestList,
    from = postings.from(key),
    to = postings.to(key),
  ) {
    if (!this.canMatter(ceiling, asking, best)) return
    const { rows, tags } = postings
    const { contexts } = asking
    for (let at = from; at < to; at++) {
      const tag = tags[at] as number
      const hours = contexts.hours(tag)
      if (hours < 0) continue
      if (ceiling.reaches(best.threshold, hours, contexts.commitment[tag & 255] as number))
        this.weighUp(rows[at] as number, hours, tag & 255, asking, best)
    }
  }

  /** A list in which the grade of an entry tells how much is covered at most: as far as that can matter. */
  private searchGraded(
    postings: Postings,
    key: number,
    ceilingOf: (coverage: number) => Ceiling,
    asking: Asking,
    best: BestList,
  ) {
    const to = postings.to(key)
    for (let from = postings.from(key); from < to; ) {
      const grade = postings.grades[from] as number
      let end = from + 1
      while (end < to && postings.grades[end] === grade) end++
      const ceiling = ceilingOf(grade / 255)
      if (!this.canMatter(ceiling, asking, best)) return
      this.searchList(postings, key, ceiling, asking, best, from, end)
      from = end
    }
  }

  /** The person in the numbers of this index. */
  private ask(person: PersonFacts, excluded: string[], week: number): Asking {
    const levels = new Uint8Array(this.skills.size)
    for (const { slug, level } of person.has) levels[this.skills.find(slug)] = level
    const wants = new Uint8Array(this.skills.size)
    for (const slug of person.wants) wants[this.skills.find(slug)] = 1
    // What nobody has named yet has the number 0, which is no skill.
    levels[0] = wants[0] = 0
    const none = person.steps.length === 0
    const stepValues = new Float64Array(this.steps.size).fill(
      none ? neutral.step : stepValue(undefined),
    )
    for (const { stepId, state } of person.steps) {
      const step = this.steps.find(stepId)
      // A step that is worth less than not being on the project at all counts as that.
      if (step > 0) stepValues[step] = Math.max(stepValue(undefined), stepValue(state))
    }
    const own = minutesOfWeek(person.timeZone, person.windows, week)
    const timeless = person.windows.length === 0
    const shared = this.calendars.sharedWith(own, week)
    return {
      levels,
      wants,
      stepValues,
      fallback: none ? neutral.step : stepValue(undefined),
      wanted: person.wants.length,
      hasNone: person.has.length === 0,
      mostHours: timeless ? neutral.hours : this.mostHours(shared),
      contexts: new Contexts(timeless ? null : shared, (hours) => ({
        weeklyHours: person.weeklyHours,
        hoursPerWeek: Math.max(1, hours),
      })),
      kept: keptShare(person.kept, person.promised),
      excluded: new Set(excluded.map((id) => this.projects.find(id))),
    }
  }

  /** The most that any project's hours can be worth; 1 where there are too many calendars to ask each. */
  private mostHours(shared: (calendar: number) => number): number {
    if (this.calendars.size > 10_000) return 1
    let most = 0
    for (let calendar = 1; calendar < this.calendars.size; calendar++)
      most = Math.max(most, shared(calendar))
    // Two hours are the least that any project takes.
    return hoursValue(most, 0)
  }

  /** `scoreMatch` over the arrays. A test holds them to the same results. */
  private scoreOf(row: number, hours: number, commitment: number, asking: Asking): number {
    const project = this.project.items[row] as number
    let [covered, whole, nearness, shared] = [0, 0, 0, 0]
    const to = this.skillStart.items[row + 1] as number
    for (let at = this.skillStart.items[row] as number; at < to; at++) {
      const skill = this.skill.items[at] as number
      const need = this.need.items[at] as number
      const weight = this.weights[skill * 4 + (need >> 3)] as number
      whole += weight
      const level = asking.levels[skill] as number
      if (level === 0) continue
      covered += weight * skillFit(level, need & 7)
      nearness += levelValue(level, need & 7)
      shared++
    }
    const suitsOpening =
      forOpening.skills * (whole === 0 || asking.hasNone ? neutral.skills : covered / whole) +
      forOpening.hours * hours +
      forOpening.commitment * commitment +
      forOpening.kept * asking.kept
    const suitsPerson =
      forPerson.learning * this.learningOf(project, asking) +
      forPerson.hours * hours +
      forPerson.commitment * commitment +
      forPerson.level * (shared === 0 ? neutral.level : nearness / shared) +
      forPerson.answers *
        keptShare(this.answered.items[project] as number, this.asked.items[project] as number)
    return joinBoth(suitsPerson, suitsOpening)
  }

  private learningOf(project: number, asking: Asking): number {
    let best = asking.fallback
    const to = this.stepEnd.items[project] as number
    for (let at = this.stepStart.items[project] as number; at < to; at++)
      best = Math.max(best, asking.stepValues[this.step.items[at] as number] as number)
    if (asking.wanted === 0) return learningValue(best, 0, 0)
    let taught = 0
    const end = this.taughtEnd.items[project] as number
    for (let at = this.taughtStart.items[project] as number; at < end; at++)
      taught += asking.wants[this.taught.items[at] as number] as number
    return learningValue(best, asking.wanted, taught)
  }

  get bytes(): number {
    const columns = [
      ...[this.opening, this.project, this.alive, this.skillStart, this.skill, this.need],
      ...[this.firstRow, this.afterRows, this.calendar, this.hours, this.answered, this.asked],
      ...[this.stepStart, this.stepEnd, this.step, this.taughtStart, this.taughtEnd, this.taught],
      ...[this.ids, this.projects, this.calendars],
    ]
    return columns.reduce((sum, { bytes }) => sum + bytes, this.postings?.bytes ?? 0)
  }
}

type Asking = {
  levels: Uint8Array
  wants: Uint8Array
  stepValues: Float64Array
  /** What a project is worth of which no step counts for more. */
  fallback: number
  wanted: number
  hasNone: boolean
  mostHours: number
  contexts: Contexts
  kept: number
  excluded: Set<number>
}
