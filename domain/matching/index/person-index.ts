import type { OpeningFacts } from '../facts'
import {
  forOpening,
  forPerson,
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
import { Ceiling, Contexts, leastProduct } from './bounds'
import type { PersonEntry } from './entries'
import type { Numbering } from './numbering'
import { type Found, type Query, smallEnough } from './opening-index'
import {
  at,
  levelOf,
  lists,
  PersonRows,
  skillOf,
  stateOf,
  states,
  stepOf,
  untold,
} from './person-rows'
import { Postings } from './postings'

const worth = states.map((state) => Math.max(stepValue(undefined), stepValue(state)))
const learning = states.indexOf('learning')

/**
 * Every person, in typed arrays, and the exact best of them for an opening. A person is listed under each
 * skill that they have, with each step that they learn and once for all steps, from the highest level down.
 * Of an opening's skills the heaviest comes first: whoever has not been met by then lacks it, and so on
 * until nobody who is left can be among the best (MaxScore). Changes are kept as in `OpeningIndex`.
 */
export class PersonIndex {
  private readonly rows: PersonRows
  private byStep: Postings | null = null
  private bySkill: Postings | null = null
  private listedSteps = 0
  /** Rows from here on are in no list yet, and how many they are. */
  private listed = 0
  private listedCount = 0
  private count = 0
  private bestKept = keptShare(0, 0)

  constructor(
    private readonly skills: Numbering,
    private readonly steps: Numbering,
    private readonly rarity: (skill: number) => number,
  ) {
    this.rows = new PersonRows(skills, steps)
  }

  get living(): number {
    return this.rows.living
  }

  /** Puts a person as they are now in place of what was known of them. */
  put(entry: PersonEntry): void {
    this.rows.add(entry)
    this.count++
    const promised = Math.min(65_535, entry.promised)
    this.bestKept = Math.max(this.bestKept, keptShare(Math.min(promised, entry.kept), promised))
  }

  remove(personId: string): void {
    this.rows.remove(personId)
  }

  /** Lists anew what has come since, once it has become much. */
  settle(): void {
    const unlisted = this.count - this.listedCount
    if (unlisted > Math.max(smallEnough, this.listedCount * 0.02)) this.list()
  }

  private list() {
    const steps = this.steps.size
    const skills = this.skills.size
    const { items, end } = this.rows
    const visit = (entry: (skill: number, row: number, grade: number) => void) => {
      for (let row = 0; row < end; row += items[row] as number) {
        if (!items[row + at.alive]) continue
        const to = row + lists + (items[row + at.has] as number)
        for (let each = row + lists; each < to; each++)
          entry(skillOf(items[each] as number), row, levelOf(items[each] as number))
        // Whoever tells no skills counts as average in all of them.
        if (to === row + lists) entry(0, row, 0)
      }
    }
    const columns = [this.rows.tagOf, (row: number) => this.tracesOf(row)]
    this.bySkill = Postings.build(skills, visit, columns)
    this.byStep = Postings.build(
      skills * steps,
      (entry) =>
        visit((skill, row, grade) => {
          const to = row + (items[row] as number)
          for (let each = to - (items[row + at.steps] as number); each < to; each++)
            if (stateOf(items[each] as number) === learning)
              entry(skill * steps + stepOf(items[each] as number), row, grade)
        }),
      columns,
    )
    this.listedSteps = steps
    this.listed = end
    this.listedCount = this.count
  }

  /** A bit for each skill that somebody has, and others for those that they want; several share one. */
  private tracesOf(row: number): number {
    const { items } = this.rows
    let traces = 0
    let each = row + lists
    const wants = each + (items[row + at.has] as number)
    for (; each < wants; each++) traces |= hasTrace(skillOf(items[each] as number))
    const steps = wants + (items[row + at.wants] as number)
    for (; each < steps; each++) traces |= wantTrace(items[each] as number)
    return traces
  }

  /**
   * The best people for an opening, exactly: the highest score first, ties by id.
   * @param excluded ids of people who are out of the question
   */
  search(opening: OpeningFacts, excluded: string[], query: Query): Found[] {
    const best = new BestList(query.limit, (one, other) =>
      this.rows.ids.isBefore(this.rows.personOf(one), this.rows.personOf(other)),
    )
    const asking = this.ask(opening, excluded, query.week)
    const all = query.exhaustive || !this.bySkill || !this.searchLists(asking, best)
    this.scan(all ? 0 : this.listed, asking, best)
    return best.rows.map((row, place) => ({
      id: this.rows.ids.idOf(this.rows.personOf(row)),
      score: best.scores[place] as number,
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

  private weighUp(row: number, hours: number, told: number, asking: Asking, best: BestList) {
    if (!this.rows.items[row + at.alive]) return
    const score = this.scoreOf(row, hours, asking.contexts.commitment[told] as number, asking)
    if (score < best.threshold) return
    const person = this.rows.personOf(row)
    if (!asking.excluded.has(person)) best.add(row, score, person)
  }

  /** @returns false when the lists do not settle it, and everybody has to be looked at. */
  private searchLists(asking: Asking, best: BestList): boolean {
    const { bySkill, byStep, listedSteps } = this
    if (!bySkill || !byStep) return false
    // Those who learn one of the steps, then everybody: they know the steps less, or tell none.
    for (const own of [true, false]) {
      const step = own ? 1 : Math.max(stepValue('done'), neutral.step)
      const ceiling = (coverage: number) =>
        new Ceiling({
          learning: learningValue(step, 1, 1),
          answers: asking.answers,
          coverage,
          kept: this.bestKept,
        })
      const canMatter = (coverage: number) => ceiling(coverage).reaches(best.threshold, 1, 1)
      const visit = (
        skill: number,
        ceilingOf: (level: number) => Ceiling,
        lighter: Asking['needs'],
      ) => {
        const keys = own ? asking.steps.map((number) => skill * listedSteps + number) : [skill]
        for (const key of keys)
          this.searchList(own ? byStep : bySkill, key, { ceilingOf, lighter }, asking, best)
      }
      let left = 1
      for (const [place, { skill, share, minimum }] of asking.needs.entries()) {
        if (!canMatter(left)) break
        const lighter = asking.needs.slice(place + 1)
        visit(skill, (level) => ceiling(left - share * (1 - skillFit(level, minimum))), lighter)
        left -= share
      }
      // Where no skills are asked for everybody counts as average, else only who tells none.
      const asksNothing = asking.needs.length === 0
      const average = ceiling(neutral.skills)
      for (let skill = 0; skill < (asksNothing ? bySkill.keys : 1); skill++)
        visit(skill, () => average, [])
      if (!asksNothing && canMatter(0)) return false
    }
    return true
  }

  /** @param list lighter: the needs that its people may or may not meet, as their traces tell */
  private searchList(
    postings: Postings,
    key: number,
    list: { ceilingOf: (level: number) => Ceiling; lighter: Asking['needs'] },
    asking: Asking,
    best: BestList,
  ) {
    if (key >= postings.keys) return
    const to = postings.to(key)
    const { rows, grades } = postings
    const tags = postings.column(0)
    const traces = postings.column(1)
    const { contexts, taughtTraces } = asking
    let least = leastProduct(best.threshold)
    for (let entry = postings.from(key); entry < to; ) {
      const grade = grades[entry] as number
      const ceiling = list.ceilingOf(grade)
      if (!ceiling.reaches(best.threshold, 1, 1)) return
      for (; entry < to && grades[entry] === grade; entry++) {
        const tag = tags[entry] as number
        const hours = contexts.hours(tag)
        if (hours < 0) continue
        const commitment = contexts.commitment[tag & 255] as number
        let suitsPerson =
          ceiling.person + forPerson.hours * hours + forPerson.commitment * commitment
        let suitsOpening =
          ceiling.opening + forOpening.hours * hours + forOpening.commitment * commitment
        if (suitsPerson * suitsOpening < least) continue
        const trace = traces[entry] as number
        for (const need of list.lighter)
          if ((trace & need.trace) === 0) suitsOpening -= forOpening.skills * need.share
        // Wants something, and nothing of it is taught.
        if ((trace & allWants) !== 0 && (trace & taughtTraces) === 0)
          suitsPerson -= forPerson.learning * wanting
        if (suitsPerson * suitsOpening < least) continue
        this.weighUp(rows[entry] as number, hours, tag & 255, asking, best)
        least = leastProduct(best.threshold)
      }
    }
  }

  /** The opening in the numbers of this index. */
  private ask(opening: OpeningFacts, excluded: string[], week: number): Asking {
    const weightOf = new Float64Array(this.skills.size)
    const minimumOf = new Uint8Array(this.skills.size)
    let whole = 0
    const needs: Asking['needs'] = []
    for (const { slug, required, covered, minimumLevel } of opening.skills) {
      const skill = this.skills.of(slug)
      const weight = skillWeight(this.rarity(skill), required, covered)
      whole += weight
      if (skill < weightOf.length) {
        weightOf[skill] = weight
        minimumOf[skill] = minimumLevel
      }
      needs.push({ skill, share: weight, minimum: minimumLevel, trace: hasTrace(skill) })
    }
    for (const need of needs) need.share /= whole
    const taught = new Uint8Array(this.skills.size)
    let taughtTraces = 0
    for (const slug of opening.teaches) {
      const skill = this.skills.find(slug)
      taught[skill] = 1
      taughtTraces |= wantTrace(skill)
    }
    taught[0] = 0
    const onProject = new Uint8Array(this.steps.size)
    const steps = opening.stepIds.map((stepId) => this.steps.find(stepId)).filter(Boolean)
    for (const step of steps) onProject[step] = 1
    const daily = dailyWindows(opening.windowStart, opening.windowEnd)
    const { hoursPerWeek } = opening
    const shared = this.rows.calendars.sharedWith(
      minutesOfWeek(opening.timeZone, daily, week),
      week,
    )
    return {
      weightOf,
      minimumOf,
      whole,
      needs: needs.sort((one, other) => other.share - one.share),
      taught,
      taughtTraces,
      onProject,
      steps: steps.filter((step) => step < this.listedSteps),
      contexts: new Contexts(shared, (told) => ({
        weeklyHours: told === untold ? null : told,
        hoursPerWeek,
      })),
      answers: keptShare(opening.answered, opening.asked),
      excluded: new Set(excluded.map((id) => this.rows.ids.find(id))),
    }
  }

  /** `scoreMatch` over the numbers of a row. A test holds them to the same results. */
  private scoreOf(row: number, hours: number, commitment: number, asking: Asking): number {
    const { items } = this.rows
    let each = row + lists
    const wants = each + (items[row + at.has] as number)
    const hasNone = each === wants
    let covered = 0
    let nearness = 0
    let shared = 0
    for (; each < wants; each++) {
      const held = items[each] as number
      const weight = asking.weightOf[skillOf(held)] as number
      if (weight === 0) continue
      const minimum = asking.minimumOf[skillOf(held)] as number
      covered += weight * skillFit(levelOf(held), minimum)
      nearness += levelValue(levelOf(held), minimum)
      shared++
    }
    const steps = wants + (items[row + at.wants] as number)
    let taught = 0
    for (; each < steps; each++) taught += asking.taught[items[each] as number] as number
    const end = row + (items[row] as number)
    let step = steps === end ? neutral.step : stepValue(undefined)
    for (; each < end; each++) {
      const progress = items[each] as number
      if (asking.onProject[stepOf(progress)])
        step = Math.max(step, worth[stateOf(progress)] as number)
    }
    const suitsOpening =
      forOpening.skills *
        (asking.whole === 0 || hasNone ? neutral.skills : covered / asking.whole) +
      forOpening.hours * hours +
      forOpening.commitment * commitment +
      forOpening.kept *
        keptShare(items[row + at.kept] as number, items[row + at.promised] as number)
    const suitsPerson =
      forPerson.learning * learningValue(step, steps - wants, taught) +
      forPerson.hours * hours +
      forPerson.commitment * commitment +
      forPerson.level * (shared === 0 ? neutral.level : nearness / shared) +
      forPerson.answers * asking.answers
    return joinBoth(suitsPerson, suitsOpening)
  }

  get bytes(): number {
    return this.rows.bytes + (this.byStep?.bytes ?? 0) + (this.bySkill?.bytes ?? 0)
  }
}

const hasTrace = (skill: number) => 1 << (skill % 24)
const wantTrace = (skill: number) => 1 << (24 + (skill % 8))
const allWants = 0xff << 24
/** What learning is worth less to somebody who wants skills of which none is used. */
const wanting = learningValue(0, 1, 1) - learningValue(0, 1, 0)

type Asking = {
  /** By number of the skill; 0 where the opening does not ask for it. */
  weightOf: Float64Array
  minimumOf: Uint8Array
  whole: number
  /** The skills that it asks for, the heaviest first, with their share of the whole. */
  needs: { skill: number; share: number; minimum: number; trace: number }[]
  taught: Uint8Array
  taughtTraces: number
  onProject: Uint8Array
  steps: number[]
  contexts: Contexts
  answers: number
  excluded: Set<number>
}
