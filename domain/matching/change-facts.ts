import type { MatchChange } from '@/contracts/matching'
import type { PersonFacts } from './facts'

const byText = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

/** The person as they would be after this one change. */
export function changeFacts(person: PersonFacts, change: MatchChange): PersonFacts {
  switch (change.kind) {
    case 'skill': {
      const { slug, level } = change
      const others = person.has.filter((each) => each.slug !== slug)
      const has = [...others, { slug, level }]
      return { ...person, has: has.sort((one, other) => byText(one.slug, other.slug)) }
    }
    case 'window': {
      const { weekday, startMinute, endMinute } = change
      return { ...person, windows: [...person.windows, { weekday, startMinute, endMinute }] }
    }
    case 'weekly-hours':
      return { ...person, weeklyHours: change.hours }
    case 'step': {
      const others = person.steps.filter((each) => each.stepId !== change.stepId)
      const steps = [...others, { stepId: change.stepId, state: 'learning' as const }]
      return { ...person, steps: steps.sort((one, other) => byText(one.stepId, other.stepId)) }
    }
  }
}
