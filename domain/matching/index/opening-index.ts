import type { PersonFacts } from '../facts'
import {
  forOpening,
  forPerson,
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
import { Ceiling, Contexts, leastProduct } from './bounds'
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
 * An opening is listed under each step of its project together with the two skills that weigh most in it.
 * Whoever lacks one covers at most the rest: with the step this bounds the score of everything in a list, and
 * a list whose bound is below the worst of the best so far is not opened (MaxScore). Rows never change: what
 * changes is struck out and added anew, beyond the lists, and looked through one by one until they are
 * rebuilt.
 */
export class OpeningIndex {
  private readonly rows: OpeningRows
  private postings: Postings | null = null
  /** By step and each skill but the heaviest; the grade is what all but the heaviest weigh. */
  private others: Postings | null = null
  private listedSteps = 0
  private listedSkills = 1
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
    const skills = this.skills.size
    const { items, end } = this.rows
    const visit = (each: (step: number, row: number) => void) => {
      for (let row = 0; row < end; row += items[row] as number) {
        if (!items[row + at.alive]) continue
        const to = row + lists + (items[row + at.steps] as number)
        for (let step = row + lists; step < to; step++) each(items[step] as number, row)
        if (to === row + lists) each(0, row)
      }
    }
    const traces = (row: number) => this.tracesOf(row)
    this.postings = Postings.build(
      this.steps.size * skills * buckets,
      (entry) =>
        visit((step, row) => {
          const { heaviest, second, share } = this.heaviestOf(row)
          const block = step * skills + heaviest
          entry(block * buckets + bucketOf(second), row, 255 - Math.floor(share * 255))
        }),
      [this.rows.contextOf, traces, (row) => this.secondOf(row)],
    )
    this.others = Postings.build(
      this.steps.size * skills,
      (entry) =>
        visit((step, row) => {
          const { heaviest, rest } = this.heaviestOf(row)
          const to = row + (items[row] as number)
          for (let each = to - 2 * (items[row + at.skills] as number); each < to; each += 2)
            if (items[each] !== heaviest)
              entry(step * skills + (items[each] as number), row, Math.ceil(rest * 255))
        }),
      [this.rows.contextOf, traces],
    )
    this.listedSteps = this.steps.size
    this.listedSkills = skills
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
    const { postings, others } = this
    const listed = postings && others && !query.exhaustive
    this.scan(listed ? this.listed : 0, asking, best)
    if (listed) this.searchLists(postings, others, asking, best)
    return best.rows.map((row, at) => ({
      id: this.rows.ids.idOf(this.rows.openingOf(row)),
      score: best.scores[at] as number,
    }))
  }

  private scan(from: number, asking: Asking, best: BestList) {
    const { items, end } = this.rows
    for (let row = from; row < end; row += items[row] as number) {
      const context = this.rows.contextOf(row)
      if ((asking.contexts.hours[context] as number) >= 0) this.weighUp(row, context, asking, best)
    }
  }

  private weighUp(row: number, context: number, asking: Asking, best: BestList) {
    if (!this.rows.items[row + at.alive]) return
    const score = this.scoreOf(row, context, asking)
    if (score < best.threshold) return
    const project = this.rows.projectOf(row)
    if (!asking.excluded.has(project)) best.add(row, score, project)
  }

  /** Opens the lists from the most promising on, each as far as its entries can still matter. */
  private searchLists(postings: Postings, others: Postings, asking: Asking, best: BestList) {
    const order = Array.from({ length: this.listedSteps }, (_, step) => step).sort(
      (one, other) => (asking.stepValues[other] as number) - (asking.stepValues[one] as number),
    )
    const held: number[] = []
    const heldBuckets = new Uint8Array(buckets)
    // Nobody lacks a second skill where there is none.
    heldBuckets[bucketOf(0)] = 1
    for (let skill = 1; skill < this.listedSkills; skill++) {
      if (!asking.levels[skill]) continue
      held.push(skill)
      heldBuckets[bucketOf(skill)] = 1
    }
    // First where the person has the heaviest skill and may have the second, then where only the heaviest,
    // and last where they have only another one.
    for (const pass of ['both', 'heaviest', 'other'] as const)
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
        if (!this.canMatter(whole, asking, best)) continue
        if (pass === 'both') this.searchAverage(postings, step, ceilingOf, asking, best)
        if (asking.hasNone) continue
        if (pass === 'other')
          this.searchOthers(postings, others, step, held, ceilingOf, asking, best)
        else
          for (const skill of held)
            for (let bucket = 0; bucket < buckets; bucket++) {
              const lacksSecond = heldBuckets[bucket] === 0
              if (lacksSecond !== (pass === 'heaviest')) continue
              const key = (step * this.listedSkills + skill) * buckets + bucket
              const list = { ceiling: whole, lacksSecond, average: false }
              this.searchList(postings, key, key, list, asking, best)
            }
      }
  }

  /** What counts as average in skills: openings that ask for none, or all where the person tells none. */
  private searchAverage(
    postings: Postings,
    step: number,
    ceilingOf: (coverage: number) => Ceiling,
    asking: Asking,
    best: BestList,
  ) {
    const first = step * this.listedSkills * buckets
    const last = first + (asking.hasNone ? this.listedSkills : 1) * buckets - 1
    const list = { ceiling: ceilingOf(neutral.skills), average: true, lacksSecond: false }
    // One after the other these lists are one list.
    this.searchList(postings, first, last, list, asking, best)
  }

  /** Where the person lacks the heaviest skill: what is left is covered at most, and that only by another. */
  private searchOthers(
    postings: Postings,
    others: Postings,
    step: number,
    held: number[],
    ceilingOf: (coverage: number) => Ceiling,
    asking: Asking,
    best: BestList,
  ) {
    for (const skill of held)
      this.searchGraded(others, step * this.listedSkills + skill, ceilingOf, asking, best)
    // Even with nothing covered: then all of the step.
    const list = { ceiling: ceilingOf(0), average: true, lacksSecond: false }
    const first = (step * this.listedSkills + 1) * buckets
    const last = (step + 1) * this.listedSkills * buckets - 1
    this.searchList(postings, first, last, list, asking, best)
  }

  private canMatter(ceiling: Ceiling, { contexts }: Asking, best: BestList, uncovered = 0) {
    const { mostHours, mostCommitment } = contexts
    return ceiling.reaches(best.threshold, mostHours, mostCommitment, uncovered)
  }

  /** @param list average: it does not matter which skills the person has */
  private searchList(
    postings: Postings,
    firstKey: number,
    lastKey: number,
    list: { ceiling: Ceiling; average: boolean; lacksSecond: boolean },
    asking: Asking,
    best: BestList,
  ) {
    const from = postings.from(firstKey)
    const to = postings.to(lastKey)
    const { ceiling, average, lacksSecond } = list
    if (from === to || !this.canMatter(ceiling, asking, best)) return
    const { grades } = postings
    const seconds = postings.column(2)
    const { levels } = asking
    let grade = -1
    for (let entry = from; entry < to; entry++) {
      // The less the second skill weighs, the higher the grade: what follows covers no more than this.
      if (lacksSecond && grades[entry] !== grade) {
        grade = grades[entry] as number
        if (!this.canMatter(ceiling, asking, best, (255 - grade) / 255)) return
      }
      const second = seconds[entry] as number
      const lacks = !average && levels[second >>> 8] === 0
      this.follow(postings, entry, ceiling, lacks ? (second & 255) / 255 : 0, asking, best)
    }
  }

  /** A list in which the grade of an entry tells how much is covered at most. */
  private searchGraded(
    postings: Postings,
    key: number,
    ceilingOf: (coverage: number) => Ceiling,
    asking: Asking,
    best: BestList,
  ) {
    const to = postings.to(key)
    const { grades } = postings
    let grade = -1
    let ceiling: Ceiling | undefined
    for (let entry = postings.from(key); entry < to; entry++) {
      if (!ceiling || grades[entry] !== grade) {
        grade = grades[entry] as number
        ceiling = ceilingOf(grade / 255)
        if (!this.canMatter(ceiling, asking, best)) return
      }
      this.follow(postings, entry, ceiling, 0, asking, best)
    }
  }

  /** Weighs up what an entry stands for, unless what lies beside it rules it out: most go no further. */
  private follow(
    postings: Postings,
    entry: number,
    ceiling: Ceiling,
    uncovered: number,
    asking: Asking,
    best: BestList,
  ) {
    const context = postings.column(0)[entry] as number
    const least = leastProduct(best.threshold)
    const suitsPerson = ceiling.person + (asking.contexts.forPerson[context] as number)
    const suitsOpening =
      ceiling.opening +
      (asking.contexts.forOpening[context] as number) -
      forOpening.skills * uncovered
    if (suitsPerson * suitsOpening < least) return
    const less = forPerson.learning * asking.unlearned(postings.column(1)[entry] as number)
    if ((suitsPerson - less) * suitsOpening >= least)
      this.weighUp(postings.rows[entry] as number, context, asking, best)
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
      contexts: this.weighContexts(
        new Contexts(timeless ? null : shared, (hours) => ({
          weeklyHours: person.weeklyHours,
          hoursPerWeek: Math.max(1, hours),
        })),
      ),
      kept: keptShare(person.kept, person.promised),
      excluded: new Set(excluded.map((id) => this.rows.projects.find(id))),
    }
  }

  /** What every context is worth to who asks: there are far fewer of them than projects. */
  private weighContexts(contexts: Contexts): Asking['contexts'] {
    const { contexts: tags } = this.rows
    const numbers = () => new Float64Array(tags.length)
    const weighed = {
      ...{ hours: numbers(), commitment: numbers(), forPerson: numbers(), forOpening: numbers() },
      ...{ mostHours: 0, mostCommitment: 0 },
    }
    for (const [context, tag] of tags.entries()) {
      const hours = contexts.hours(tag)
      const commitment = contexts.commitment[tag & 255] as number
      weighed.hours[context] = hours
      weighed.commitment[context] = commitment
      weighed.mostHours = Math.max(weighed.mostHours, hours)
      weighed.mostCommitment = Math.max(weighed.mostCommitment, commitment)
      // Where the two never meet nothing makes up for it.
      const never = hours < 0 ? Number.NEGATIVE_INFINITY : 0
      weighed.forPerson[context] =
        never + forPerson.hours * hours + forPerson.commitment * commitment
      weighed.forOpening[context] =
        forOpening.hours * Math.max(0, hours) + forOpening.commitment * commitment
    }
    return weighed
  }

  /** `scoreMatch` over the numbers of a row. A test holds them to the same results. */
  private scoreOf(row: number, context: number, asking: Asking): number {
    const { items } = this.rows
    const hours = asking.contexts.hours[context] as number
    const commitment = asking.contexts.commitment[context] as number
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
    return this.rows.bytes + (this.postings?.bytes ?? 0) + (this.others?.bytes ?? 0)
  }
}

/** Lists are divided by the second heaviest skill into so many; several skills share one. */
const buckets = 64
const bucketOf = (skill: number) => skill % buckets

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
  /** By number of the context: the values, −1 hours where the two never meet, and what they add to each sum. */
  contexts: {
    hours: Float64Array
    commitment: Float64Array
    forPerson: Float64Array
    forOpening: Float64Array
    mostHours: number
    mostCommitment: number
  }
  kept: number
  excluded: Set<number>
}
