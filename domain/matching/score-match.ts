import type { MatchPartName } from '@/contracts/matching'
import type { OpeningFacts, PersonFacts, Scale } from './facts'
import {
  commitmentValue,
  forOpening,
  forPerson,
  hoursValue,
  joinBoth,
  keptShare,
  learningValue,
  levelValue,
  minimumMinutes,
  neutral,
  skillFit,
  skillWeight,
  stepValue,
} from './fit'
import { commonMinutes, dailyWindows, minutesOfWeek } from './overlap'

/** `known` is false where a value stands in for something that nobody told. */
type Value = { value: number; known: boolean }
export type Scored = {
  /** 0 to 100, in millionths. */
  score: number
  /** What each part is by itself, 0 to 1; the reliability of both sides is one part. */
  values: Record<Exclude<MatchPartName, 'reliability'> | 'answers' | 'kept', Value>
  suitsPerson: number
  suitsOpening: number
  /** Minutes of this week that both have; null when the person tells no times. */
  minutes: number | null
}

/** How well a person and an opening suit each other. Pure: the same facts always score the same. */
export function scoreMatch(person: PersonFacts, opening: OpeningFacts, scale: Scale): Scored {
  const minutes = sharedMinutes(person, opening, scale.week)
  const { hoursPerWeek } = opening
  const values: Scored['values'] = {
    skills: coverage(person, opening, scale),
    learning: learning(person, opening),
    hours:
      minutes === null
        ? { value: neutral.hours, known: false }
        : { value: hoursValue(minutes, hoursPerWeek), known: true },
    commitment: {
      value: commitmentValue(person.weeklyHours, hoursPerWeek),
      known: person.weeklyHours !== null,
    },
    level: level(person, opening),
    answers: { value: keptShare(opening.answered, opening.asked), known: opening.asked > 0 },
    kept: { value: keptShare(person.kept, person.promised), known: person.promised > 0 },
  }
  const suitsPerson =
    forPerson.learning * values.learning.value +
    forPerson.hours * values.hours.value +
    forPerson.commitment * values.commitment.value +
    forPerson.level * values.level.value +
    forPerson.answers * values.answers.value
  const suitsOpening =
    forOpening.skills * values.skills.value +
    forOpening.hours * values.hours.value +
    forOpening.commitment * values.commitment.value +
    forOpening.kept * values.kept.value
  return { score: joinBoth(suitsPerson, suitsOpening), values, suitsPerson, suitsOpening, minutes }
}

/** Both tell their times and these hardly meet: no match, whatever else suits. */
export const neverMeet = ({ minutes }: Pick<Scored, 'minutes'>) =>
  minutes !== null && minutes < minimumMinutes

function sharedMinutes(person: PersonFacts, opening: OpeningFacts, week: number): number | null {
  if (person.windows.length === 0) return null
  const daily = dailyWindows(opening.windowStart, opening.windowEnd)
  return commonMinutes(
    minutesOfWeek(person.timeZone, person.windows, week),
    minutesOfWeek(opening.timeZone, daily, week),
  )
}

function coverage({ has }: PersonFacts, { skills }: OpeningFacts, { rarity }: Scale): Value {
  if (has.length === 0 || skills.length === 0) return { value: neutral.skills, known: false }
  const levels = new Map(has.map(({ slug, level }) => [slug, level]))
  let [covered, whole] = [0, 0]
  for (const needed of skills) {
    const weight = skillWeight(rarity(needed.slug), needed.required, needed.covered)
    whole += weight
    covered += weight * skillFit(levels.get(needed.slug) ?? 0, needed.minimumLevel)
  }
  return { value: covered / whole, known: true }
}

function learning({ steps, wants }: PersonFacts, { stepIds, teaches }: OpeningFacts): Value {
  const states = new Map(steps.map(({ stepId, state }) => [stepId, state]))
  const best =
    steps.length === 0
      ? neutral.step
      : Math.max(stepValue(undefined), ...stepIds.map((stepId) => stepValue(states.get(stepId))))
  const taught = teaches.filter((slug) => wants.includes(slug)).length
  return {
    value: learningValue(best, wants.length, taught),
    known: steps.length > 0 || wants.length > 0,
  }
}

function level({ has }: PersonFacts, { skills }: OpeningFacts): Value {
  const levels = new Map(has.map(({ slug, level }) => [slug, level]))
  let [sum, count] = [0, 0]
  for (const { slug, minimumLevel } of skills) {
    const held = levels.get(slug)
    if (held === undefined) continue
    sum += levelValue(held, minimumLevel)
    count++
  }
  return count === 0 ? { value: neutral.level, known: false } : { value: sum / count, known: true }
}
