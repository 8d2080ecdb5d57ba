import type { WheelView } from '@/contracts/documents'
import type { PersonView } from '@/contracts/realtime'

type Person = Pick<PersonView, 'id' | 'name'>

export const firstName = (person: Pick<Person, 'name'> | undefined) =>
  person?.name.split(' ')[0] ?? 'Somebody'

export function whoDrives(wheel: WheelView, people: Person[], selfId: string): string {
  if (wheel.driverId === null) return 'Everybody edits'
  if (wheel.driverId === selfId) return 'You drive'
  return `${firstName(people.find(({ id }) => id === wheel.driverId))} drives`
}

/**
 * What changed at the wheel, in a sentence for everybody; null when it need not be said.
 * @param green the driver's tests turned green with this turn
 */
export function wheelNews(
  before: WheelView,
  after: WheelView,
  people: Person[],
  selfId: string,
  green = false,
): string | null {
  const named = (id: string | null) => firstName(people.find((person) => person.id === id))
  if (after.driverId !== before.driverId) {
    if (after.driverId === null) return 'The wheel is free. Everybody edits.'
    const turn = after.rotation === null ? '' : ` for ${after.rotation} minutes`
    const own = after.driverId === selfId
    if (green)
      return own
        ? `Tests are green: you drive${turn}.`
        : `Tests are green: ${named(after.driverId)} drives${turn}.`
    return own ? `You drive now${turn}.` : `${named(after.driverId)} drives now${turn}.`
  }
  if (after.askedById !== before.askedById && after.askedById !== null)
    return after.askedById === selfId ? null : `${named(after.askedById)} asks for the wheel.`
  if (after.pingPong !== before.pingPong)
    return after.pingPong
      ? 'The wheel now passes on when tests turn green.'
      : 'Green tests do not pass the wheel on any more.'
  if (after.rotation !== before.rotation)
    return after.rotation === null ? 'The clock is off.' : `Turns last ${after.rotation} minutes.`
  if (before.pausedMs === null && after.pausedMs !== null) return 'The clock is paused.'
  if (before.pausedMs !== null && after.pausedMs === null) return 'The clock runs again.'
  return null
}

/** Whether a turn came of the newest run: the driver's, green, and not known before the turn. */
export function isGreenTurn(
  before: WheelView,
  run:
    | { id: string; outcome: string; tests: unknown[]; person: Pick<PersonView, 'id'> }
    | undefined,
  knownRunId: string | undefined,
): boolean {
  if (!before.pingPong || !run || run.id === knownRunId) return false
  return run.outcome === 'passed' && run.tests.length > 0 && run.person.id === before.driverId
}
