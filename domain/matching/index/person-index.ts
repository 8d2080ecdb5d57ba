import type { StepState } from '@/contracts/vocabulary'
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
import { Ceiling, Contexts, tagOf } from './bounds'
import { Calendars } from './calendars'
import type { PersonEntry } from './entries'
import { growingBytes, growingShorts, growingWords } from './growing'
import { IdTable } from './id-table'
import type { Numbering } from './numbering'
import { type Found, type Query, smallEnough } from './opening-index'
import { Postings } from './postings'

const states: StepState[] = ['not_started', 'learning', 'done', 'skipped']
const worth = states.map((state) => Math.max(stepValue(undefined), stepValue(state)))
const learning = states.indexOf('learning')
/** No hours told. */
const untold = 255

/**
 * Every person, in typed arrays, and the exact best of them for an opening. A person is listed under each
 * skill that they have, with each step that they learn and once for all steps, from the highest level down.
 * Of an opening's skills the heaviest comes first: whoever has not been met by then lacks it, and so on
 * until nobody who is left can be among the best (MaxScore). Changes are kept as in `OpeningIndex`.
 */
export class PersonIndex {
  private readonly ids = new IdTable()
  private readonly calendars = new Calendars()
  // Per row; the same person has a new row after each change, and one at most is alive.
  private readonly person = growingWords()
  private readonly alive = growingBytes()
  private readonly calendar = growingWords()
  private readonly hours = growingBytes()
  private readonly kept = growingShorts()
  private readonly promised = growingShorts()
  private readonly hasStart = growingWords()
  private readonly skill = growingShorts()
  private readonly level = growingBytes()
  private readonly wantStart = growingWords()
  private readonly wanted = growingShorts()
  private readonly stepStart = growingWords()
  private readonly step = growingShorts()
  private readonly state = growingBytes()
  /** Per person: their living row + 1. */
  private readonly rowOf = growingWords()

  private byStep: Postings | null = null
  private bySkill: Postings | null = null
  private listedSteps = 0
  private listed = 0
  private bestKept = keptShare(0, 0)
  living = 0

  constructor(
    private readonly skills: Numbering,
    private readonly steps: Numbering,
    private readonly rarity: (skill: number) => number,
  ) {
    for (const starts of [this.hasStart, this.wantStart, this.stepStart]) starts.push(0)
  }

  get rows(): number {
    return this.person.length
  }

  /** Puts a person as they are now in place of what was known of them. */
  put(entry: PersonEntry): void {
    const person = this.ids.add(entry.id)
    this.rowOf.extend(person + 1)
    this.strike(person)
    this.rowOf.items[person] = this.person.push(person) + 1
    this.alive.push(1)
    this.living++
    this.calendar.push(this.calendars.add(entry.timeZone, entry.windows))
    this.hours.push(entry.weeklyHours ?? untold)
    const promised = Math.min(65_535, entry.promised)
    const kept = Math.min(promised, entry.kept)
    this.kept.push(kept)
    this.promised.push(promised)
    this.bestKept = Math.max(this.bestKept, keptShare(kept, promised))
    for (const { slug, level } of entry.has) {
      this.skill.push(this.skills.of(slug))
      this.level.push(level)
    }
    this.hasStart.push(this.skill.length)
    for (const slug of entry.wants) this.wanted.push(this.skills.of(slug))
    this.wantStart.push(this.wanted.length)
    for (const { stepId, state } of entry.steps) {
      this.step.push(this.steps.of(stepId))
      this.state.push(states.indexOf(state))
    }
    this.stepStart.push(this.step.length)
  }

  remove(personId: string): void {
    const person = this.ids.find(personId)
    if (person >= 0) this.strike(person)
  }

  private strike(person: number) {
    const row = (this.rowOf.items[person] as number) - 1
    if (row < 0) return
    this.alive.items[row] = 0
    this.rowOf.items[person] = 0
    this.living--
  }

  /** Lists anew what has come since, once it has become much. */
  settle(): void {
    const unlisted = this.rows - this.listed
    if (unlisted > Math.max(smallEnough, this.listed * 0.02)) this.list()
  }

  private tagOf(row: number): number {
    return tagOf(this.calendar.items[row] as number, this.hours.items[row] as number)
  }

  private list() {
    const [steps, skills] = [this.steps.size, this.skills.size]
    const visit = (entry: (skill: number, row: number, grade: number) => void) => {
      for (let row = 0; row < this.rows; row++) {
        if (!this.alive.items[row]) continue
        const from = this.hasStart.items[row] as number
        const to = this.hasStart.items[row + 1] as number
        for (let at = from; at < to; at++)
          entry(this.skill.items[at] as number, row, this.level.items[at] as number)
        // Whoever tells no skills counts as average in all of them.
        if (from === to) entry(0, row, 0)
      }
    }
    const tag = (row: number) => this.tagOf(row)
    this.bySkill = Postings.build(skills, visit, [tag])
    this.byStep = Postings.build(
      skills * steps,
      (entry) =>
        visit((skill, row, grade) => {
          const to = this.stepStart.items[row + 1] as number
          for (let at = this.stepStart.items[row] as number; at < to; at++)
            if (this.state.items[at] === learning)
              entry(skill * steps + (this.step.items[at] as number), row, grade)
        }),
      [tag],
    )
    this.listedSteps = steps
    this.listed = this.rows
  }

  /**
   * The best people for an opening, exactly: the highest score first, ties by id.
   * @param excluded ids of people who are out of the question
   */
  search(opening: OpeningFacts, excluded: string[], query: Query): Found[] {
    const best = new BestList(query.limit, (one, other) =>
      this.ids.isBefore(this.person.items[one] as number, this.person.items[other] as number),
    )
    const asking = this.ask(opening, excluded, query.week)
    const all = query.exhaustive || !this.bySkill || !this.searchLists(asking, best)
    for (let row = all ? 0 : this.listed; row < this.rows; row++) this.consider(row, asking, best)
    return best.rows.map((row, at) => ({
      id: this.ids.idOf(this.person.items[row] as number),
      score: best.scores[at] as number,
    }))
  }

  private consider(row: number, asking: Asking, best: BestList) {
    const tag = this.tagOf(row)
    const hours = asking.contexts.hours(tag)
    if (hours >= 0) this.weighUp(row, hours, tag & 255, asking, best)
  }

  private weighUp(row: number, hours: number, told: number, asking: Asking, best: BestList) {
    if (!this.alive.items[row]) return
    const score = this.scoreOf(row, hours, asking.contexts.commitment[told] as number, asking)
    if (score < best.threshold) return
    const person = this.person.items[row] as number
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
      const visit = (skill: number, ceilingOf: (level: number) => Ceiling) => {
        const keys = own ? asking.steps.map((number) => skill * listedSteps + number) : [skill]
        for (const key of keys)
          this.searchList(own ? byStep : bySkill, key, ceilingOf, asking, best)
      }
      let left = 1
      for (const { skill, share, minimum } of asking.needs) {
        if (!canMatter(left)) break
        visit(skill, (level) => ceiling(left - share * (1 - skillFit(level, minimum))))
        left -= share
      }
      // Where no skills are asked for everybody counts as average, else only who tells none.
      const asksNothing = asking.needs.length === 0
      const average = ceiling(neutral.skills)
      for (let skill = 0; skill < (asksNothing ? bySkill.keys : 1); skill++)
        visit(skill, () => average)
      if (!asksNothing && canMatter(0)) return false
    }
    return true
  }

  private searchList(
    postings: Postings,
    key: number,
    ceilingOf: (level: number) => Ceiling,
    asking: Asking,
    best: BestList,
  ) {
    if (key >= postings.keys) return
    const to = postings.to(key)
    const { contexts } = asking
    for (let at = postings.from(key); at < to; ) {
      const grade = postings.grades[at] as number
      const ceiling = ceilingOf(grade)
      if (!ceiling.reaches(best.threshold, 1, 1)) return
      for (; at < to && postings.grades[at] === grade; at++) {
        const tag = postings.column(0)[at] as number
        const hours = contexts.hours(tag)
        if (hours < 0) continue
        if (ceiling.reaches(best.threshold, hours, contexts.commitment[tag & 255] as number))
          this.weighUp(postings.rows[at] as number, hours, tag & 255, asking, best)
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
      needs.push({ skill, share: weight, minimum: minimumLevel })
    }
    for (const need of needs) need.share /= whole
    const taught = new Uint8Array(this.skills.size)
    for (const slug of opening.teaches) taught[this.skills.find(slug)] = 1
    taught[0] = 0
    const onProject = new Uint8Array(this.steps.size)
    const steps = opening.stepIds.map((stepId) => this.steps.find(stepId)).filter(Boolean)
    for (const step of steps) onProject[step] = 1
    const daily = dailyWindows(opening.windowStart, opening.windowEnd)
    const { hoursPerWeek } = opening
    const shared = this.calendars.sharedWith(minutesOfWeek(opening.timeZone, daily, week), week)
    return {
      weightOf,
      minimumOf,
      whole,
      needs: needs.sort((one, other) => other.share - one.share),
      taught,
      onProject,
      steps: steps.filter((step) => step < this.listedSteps),
      contexts: new Contexts(shared, (told) => ({
        weeklyHours: told === untold ? null : told,
        hoursPerWeek,
      })),
      answers: keptShare(opening.answered, opening.asked),
      excluded: new Set(excluded.map((id) => this.ids.find(id))),
    }
  }

  /** `scoreMatch` over the arrays. A test holds them to the same results. */
  private scoreOf(row: number, hours: number, commitment: number, asking: Asking): number {
    let covered = 0
    let nearness = 0
    let shared = 0
    const from = this.hasStart.items[row] as number
    const to = this.hasStart.items[row + 1] as number
    for (let at = from; at < to; at++) {
      const skill = this.skill.items[at] as number
      const weight = asking.weightOf[skill] as number
      if (weight === 0) continue
      const level = this.level.items[at] as number
      const minimum = asking.minimumOf[skill] as number
      covered += weight * skillFit(level, minimum)
      nearness += levelValue(level, minimum)
      shared++
    }
    const suitsOpening =
      forOpening.skills *
        (asking.whole === 0 || from === to ? neutral.skills : covered / asking.whole) +
      forOpening.hours * hours +
      forOpening.commitment * commitment +
      forOpening.kept *
        keptShare(this.kept.items[row] as number, this.promised.items[row] as number)
    const suitsPerson =
      forPerson.learning * this.learningOf(row, asking) +
      forPerson.hours * hours +
      forPerson.commitment * commitment +
      forPerson.level * (shared === 0 ? neutral.level : nearness / shared) +
      forPerson.answers * asking.answers
    return joinBoth(suitsPerson, suitsOpening)
  }

  private learningOf(row: number, asking: Asking): number {
    const from = this.stepStart.items[row] as number
    const to = this.stepStart.items[row + 1] as number
    let best = from === to ? neutral.step : stepValue(undefined)
    for (let at = from; at < to; at++)
      if (asking.onProject[this.step.items[at] as number])
        best = Math.max(best, worth[this.state.items[at] as number] as number)
    const first = this.wantStart.items[row] as number
    const end = this.wantStart.items[row + 1] as number
    let taught = 0
    for (let at = first; at < end; at++)
      taught += asking.taught[this.wanted.items[at] as number] as number
    return learningValue(best, end - first, taught)
  }

  get bytes(): number {
    const columns = [
      ...[this.person, this.alive, this.calendar, this.hours, this.kept, this.promised],
      ...[this.hasStart, this.skill, this.level, this.wantStart, this.wanted, this.stepStart],
      ...[this.step, this.state, this.rowOf, this.ids, this.calendars],
    ]
    const lists = (this.byStep?.bytes ?? 0) + (this.bySkill?.bytes ?? 0)
    return columns.reduce((sum, { bytes }) => sum + bytes, lists)
  }
}

type Asking = {
  /** By number of the skill; 0 where the opening does not ask for it. */
  weightOf: Float64Array
  minimumOf: Uint8Array
  whole: number
  /** The skills that it asks for, the heaviest first, with their share of the whole. */
  needs: { skill: number; share: number; minimum: number }[]
  taught: Uint8Array
  onProject: Uint8Array
  steps: number[]
  contexts: Contexts
  answers: number
  excluded: Set<number>
}
