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
  stepValue,
} from '../fit'
import { dailyWindows, minutesOfWeek } from '../overlap'
import { BestList } from './best-list'
import { Ceiling, Contexts } from './bounds'
import type { ProjectEntry } from './entries'
import type { Numbering } from './numbering'
import { at, levelOf, lists, OpeningRows } from './opening-rows'
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
  private readonly rows: OpeningRows
  private postings: Postings | null = null
  private listedSteps = 0
  /** Rows from here on are in no list yet, and how many they are. */
  private listed = 0
  private listedCount = 0
  private count = 0
  private bestAnswers = keptShare(0, 0)

  constructor(
    private readonly skills: Numbering,
    private readonly steps: Numbering,
    rarity: (skill: number) => number,
  ) {
    this.rows = new OpeningRows(skills, steps, rarity)
  }

  get living(): number {
    return this.rows.living
  }

  /** Puts a project as it is now in place of what was known of it. */
  put(entry: ProjectEntry): void {
    this.rows.add(entry, dailyWindows(entry.windowStart, entry.windowEnd))
    this.count += entry.openings.length
    const asked = Math.min(65_535, entry.asked)
    this.bestAnswers = Math.max(this.bestAnswers, keptShare(Math.min(asked, entry.answered), asked))
  }

  remove(projectId: string): void {
    this.rows.remove(projectId)
  }

  /** Lists anew what has come since, once it has become much. */
  settle(): void {
    const unlisted = this.count - this.listedCount
    if (unlisted > Math.max(smallEnough, this.listedCount * 0.02)) this.list()
  }

  private list() {
    const steps = this.steps.size
    const { items, end } = this.rows
    this.postings = Postings.build(
      steps * this.skills.size,
      (entry) => {
        for (let row = 0; row < end; row += items[row] as number) {
          if (!items[row + at.alive]) continue
          const { heaviest, rest } = this.heaviestOf(row)
          const grade = Math.ceil(rest * 255)
          const to = row + lists + (items[row + at.steps] as number)
          for (let step = row + lists; step < to; step++)
            entry(heaviest * steps + (items[step] as number), row, grade)
          if (to === row + lists) entry(heaviest * steps, row, grade)
        }
      },
      [this.rows.tagOf, (row) => this.secondOf(row), (row) => this.tracesOf(row)],
    )
    this.listedSteps = steps
    this.listed = end
    this.listedCount = this.count
  }

  /** The two skills that weigh most in an opening, and the shares of the second and of all but the first. */
  private heaviestOf(row: number) {
    const { items } = this.rows
    let [heaviest, most, second, next, whole] = [0, 0, 0, 0, 0]
    const from =
      row + lists + (items[row + at.steps] as number) + (items[row + at.taught] as number)
    const to = from + 2 * (items[row + at.skills] as number)
    for (let each = from; each < to; each += 2) {
      const skill = items[each] as number
      const weight = this.rows.weightOf(skill, items[each + 1] as number)
      whole += weight
      if (weight > most) [second, next, heaviest, most] = [heaviest, most, skill, weight]
      else if (weight > next) [second, next] = [skill, weight]
    }
    const share = (weight: number) => (whole === 0 ? 0 : weight / whole)
    return { heaviest, rest: 1 - share(most), second, share: share(next) }
  }

  private secondOf(row: number): number {
    const { second, share } = this.heaviestOf(row)
    return second * 256 + Math.floor(share * 255)
  }

  /** A bit for each skill that the project works with; several share one. */
  private tracesOf(row: number): number {
    const { items } = this.rows
    const from = row + lists + (items[row + at.steps] as number)
    const to = from + (items[row + at.taught] as number)
    let traces = 0
    for (let each = from; each < to; each++) traces |= traceOf(items[each] as number)
    return traces
  }

  /**
   * The best openings for a person, one of each project, exactly: the highest score first, ties by id.
   * @param excluded ids of projects that are out of the question
   */
  search(person: PersonFacts, excluded: string[], query: Query): Found[] {
    const best = new BestList(query.limit, (one, other) =>
      this.rows.ids.isBefore(this.rows.openingOf(one), this.rows.openingOf(other)),
    )
    const asking = this.ask(person, excluded, query.week)
    const { postings } = this
    this.scan(query.exhaustive || !postings ? 0 : this.listed, asking, best)
    if (postings && !query.exhaustive) this.searchLists(postings, asking, best)
    return best.rows.map((row, at) => ({
      id: this.rows.ids.idOf(this.rows.openingOf(row)),
      score: best.scores[at] as number,
    }))
  }

  private scan(from: number, asking: Asking, best: BestList) {
    const { items, end } = this.rows
    for (let row = from; row < end; row += items[row] as number) {
      const tag = this.rows.tagOf(row)
      const hours = asking.contexts.hours(tag)
      if (hours >= 0) this.weighUp(row, hours, tag & 255, asking, best)
    }
  }

  private weighUp(
    row: number,
    hours: number,
    hoursPerWeek: number,
    asking: Asking,
    best: BestList,
  ) {
    if (!this.rows.items[row + at.alive]) return
    const commitment = asking.contexts.commitment[hoursPerWeek] as number
    const score = this.scoreOf(row, hours, commitment, asking)
    if (score < best.threshold) return
    const project = this.rows.projectOf(row)
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
        const whole = ceilingOf(1)
        const average = ceilingOf(neutral.skills)
        if (!this.canMatter(whole, asking, best)) continue
        // By grade; made when a list first needs it.
        const graded: (Ceiling | undefined)[] = []
        for (let key = step, skill = 0; key < postings.keys; key += steps, skill++) {
          const asksAverage = asking.hasNone || skill === 0
          if ((asksAverage || asking.levels[skill] !== 0) !== held) continue
          const ceiling = asksAverage ? average : whole
          const ceilingFor = held
            ? () => ceiling
            : (grade: number) => {
                graded[grade] ??= ceilingOf(grade / 255)
                return graded[grade] as Ceiling
              }
          this.searchList(postings, key, ceilingFor, !asksAverage, asking, best)
        }
      }
  }

  private canMatter(ceiling: Ceiling, { mostHours, contexts }: Asking, best: BestList): boolean {
    return ceiling.reaches(best.threshold, mostHours, contexts.commitment[1] as number)
  }

  /** @param known whether it matters which skills the person has: else all count as average */
  private searchList(
    postings: Postings,
    key: number,
    ceilingFor: (grade: number) => Ceiling,
    known: boolean,
    asking: Asking,
    best: BestList,
  ) {
    const { rows, grades } = postings
    const [tags, seconds, traces] = [postings.column(0), postings.column(1), postings.column(2)]
    const { contexts, levels } = asking
    const to = postings.to(key)
    let grade = -1
    let ceiling: Ceiling | undefined
    for (let entry = postings.from(key); entry < to; entry++) {
      if (!ceiling || grades[entry] !== grade) {
        grade = grades[entry] as number
        const next = ceilingFor(grade)
        if (next !== ceiling && !this.canMatter(next, asking, best)) return
        ceiling = next
      }
      const tag = tags[entry] as number
      const hours = contexts.hours(tag)
      if (hours < 0) continue
      const second = seconds[entry] as number
      const uncovered = known && levels[second >>> 8] === 0 ? (second & 255) / 255 : 0
      const commitment = contexts.commitment[tag & 255] as number
      const unlearned = asking.unlearned(traces[entry] as number)
      if (ceiling.reaches(best.threshold, hours, commitment, unlearned, uncovered))
        this.weighUp(rows[entry] as number, hours, tag & 255, asking, best)
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
    const shared = this.rows.calendars.sharedWith(own, week)
    return {
      levels,
      wants,
      stepValues,
      fallback: none ? neutral.step : stepValue(undefined),
      wanted: person.wants.length,
      unlearned: unlearnedBy(
        person.wants.length,
        person.wants.map((slug) => this.skills.find(slug)).filter(Boolean),
      ),
      hasNone: person.has.length === 0,
      mostHours: timeless ? neutral.hours : this.mostHours(shared),
      contexts: new Contexts(timeless ? null : shared, (hours) => ({
        weeklyHours: person.weeklyHours,
        hoursPerWeek: Math.max(1, hours),
      })),
      kept: keptShare(person.kept, person.promised),
      excluded: new Set(excluded.map((id) => this.rows.projects.find(id))),
    }
  }

  /** The most that any project's hours can be worth; 1 where there are too many calendars to ask each. */
  private mostHours(shared: (calendar: number) => number): number {
    if (this.rows.calendars.size > 10_000) return 1
    let most = 0
    for (let calendar = 1; calendar < this.rows.calendars.size; calendar++)
      most = Math.max(most, shared(calendar))
    // Two hours are the least that any project takes.
    return hoursValue(most, 0)
  }

  /** `scoreMatch` over the numbers of a row. A test holds them to the same results. */
  private scoreOf(row: number, hours: number, commitment: number, asking: Asking): number {
    const { items } = this.rows
    let from = row + lists
    let to = from + (items[row + at.steps] as number)
    let step = asking.fallback
    for (let each = from; each < to; each++)
      step = Math.max(step, asking.stepValues[items[each] as number] as number)
    from = to
    to += items[row + at.taught] as number
    let taught = 0
    if (asking.wanted > 0)
      for (let each = from; each < to; each++)
        taught += asking.wants[items[each] as number] as number
    from = to
    to += 2 * (items[row + at.skills] as number)
    let covered = 0
    let whole = 0
    let nearness = 0
    let shared = 0
    for (let each = from; each < to; each += 2) {
      const skill = items[each] as number
      const need = items[each + 1] as number
      const weight = this.rows.weightOf(skill, need)
      whole += weight
      const level = asking.levels[skill] as number
      if (level === 0) continue
      covered += weight * skillFit(level, levelOf(need))
      nearness += levelValue(level, levelOf(need))
      shared++
    }
    const suitsOpening =
      forOpening.skills * (whole === 0 || asking.hasNone ? neutral.skills : covered / whole) +
      forOpening.hours * hours +
      forOpening.commitment * commitment +
      forOpening.kept * asking.kept
    const suitsPerson =
      forPerson.learning * learningValue(step, asking.wanted, taught) +
      forPerson.hours * hours +
      forPerson.commitment * commitment +
      forPerson.level * (shared === 0 ? neutral.level : nearness / shared) +
      forPerson.answers *
        keptShare(items[row + at.answered] as number, items[row + at.asked] as number)
    return joinBoth(suitsPerson, suitsOpening)
  }

  get bytes(): number {
    return this.rows.bytes + (this.postings?.bytes ?? 0)
  }
}

const traceOf = (skill: number) => 1 << (skill & 31)

/** By traces of a project: how much less than the most it can be worth to who wants these skills. */
function unlearnedBy(wanted: number, wants: number[]): (traces: number) => number {
  if (wanted === 0) return () => 0
  const most = learningValue(0, wanted, wanted)
  const bits = wants.map(traceOf)
  return (traces) => {
    let taught = 0
    for (const bit of bits) if (traces & bit) taught++
    return most - learningValue(0, wanted, taught)
  }
}

type Asking = {
  levels: Uint8Array
  wants: Uint8Array
  stepValues: Float64Array
  /** What a project is worth of which no step counts for more. */
  fallback: number
  wanted: number
  unlearned: (traces: number) => number
  hasNone: boolean
  mostHours: number
  contexts: Contexts
  kept: number
  excluded: Set<number>
}
