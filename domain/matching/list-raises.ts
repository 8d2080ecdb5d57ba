import type { MatchChange, MatchRaise } from '@/contracts/matching'
import { changeFacts } from './change-facts'
import type { OpeningFacts, PersonFacts, Scale } from './facts'
import { stepValue } from './fit'
import { scoreMatch } from './score-match'

/** Words for what facts know by id alone. */
export type Names = { skill: (slug: string) => string; step: (stepId: string) => string }

type Change = { text: string; change: MatchChange; facts?: PersonFacts }

const shown = 3
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const timesOfDay = [
  { name: 'morning', startMinute: 480, endMinute: 720 },
  { name: 'afternoon', startMinute: 780, endMinute: 1_020 },
  { name: 'evening', startMinute: 1_080, endMinute: 1_320 },
]

/**
 * What the person could change to score higher here, the greatest raise first; of several free times only the
 * best. Each is found by scoring again with the change made, so it is true of whoever makes it.
 */
export function listRaises(
  person: PersonFacts,
  opening: OpeningFacts,
  scale: Scale,
  names: Names,
): MatchRaise[] {
  const scoreOf = (facts: PersonFacts) => Math.round(scoreMatch(facts, opening, scale).score)
  const from = scoreOf(person)
  const changed = [...changesFor(person, opening, names), ...freeTimesOf(person)]
  const raises = changed
    .map(({ text, change, facts }) => ({
      ...{ text, from, change },
      to: scoreOf(facts ?? changeFacts(person, change)),
    }))
    .filter(({ to }) => to > from)
    .sort((one, other) => other.to - one.to)
  const bestWindow = raises.find(({ change }) => change.kind === 'window')
  return raises
    .filter((raise) => raise.change.kind !== 'window' || raise === bestWindow)
    .slice(0, shown)
}

function changesFor(person: PersonFacts, opening: OpeningFacts, names: Names): Change[] {
  const levels = new Map(person.has.map(({ slug, level }) => [slug, level]))
  const skills = opening.skills.flatMap(({ slug, minimumLevel }) => {
    const level = levels.get(slug)
    if (level !== undefined && level >= minimumLevel) return []
    const name = names.skill(slug)
    return {
      text:
        level === undefined
          ? `Add ${name} at level ${minimumLevel}`
          : `Bring ${name} to level ${minimumLevel}`,
      change: { kind: 'skill' as const, slug, level: minimumLevel },
    }
  })
  const hours = opening.hoursPerWeek
  const weekly =
    person.weeklyHours !== null && person.weeklyHours < hours
      ? [{ text: `Have ${hours} hours a week`, change: { kind: 'weekly-hours' as const, hours } }]
      : []
  const states = new Map(person.steps.map(({ stepId, state }) => [stepId, state]))
  const learnsHere = opening.stepIds.some((stepId) => states.get(stepId) === 'learning')
  const steps = opening.stepIds
    .filter((stepId) => !learnsHere && stepValue(states.get(stepId)) < 1)
    .map((stepId) => ({
      text: `Start learning ${names.step(stepId)}`,
      change: { kind: 'step' as const, stepId },
    }))
  return [...skills, ...weekly, ...steps]
}

/** By person: a list of matches asks for the same free times at each of them. */
const freeTimes = new WeakMap<PersonFacts, Change[]>()

function freeTimesOf(person: PersonFacts): Change[] {
  let known = freeTimes.get(person)
  if (!known) {
    known = windowsFor(person).map((each) => ({
      ...each,
      facts: changeFacts(person, each.change),
    }))
    freeTimes.set(person, known)
  }
  return known
}

function windowsFor({ windows }: PersonFacts) {
  return weekdays.flatMap((day, index) =>
    timesOfDay
      .map(({ name, startMinute, endMinute }) => ({
        text: `Make ${day} ${name} free`,
        change: { kind: 'window' as const, weekday: index + 1, startMinute, endMinute },
      }))
      // A week is drawn from windows that do not overlap.
      .filter(({ change }) =>
        windows.every(
          (window) =>
            window.weekday !== change.weekday ||
            window.endMinute <= change.startMinute ||
            change.endMinute <= window.startMinute,
        ),
      ),
  )
}
