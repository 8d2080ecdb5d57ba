import type { WheelView } from '@/contracts/documents'
import type { PersonView } from '@/contracts/realtime'
import type { MembershipRole } from '@/contracts/vocabulary'

export type TeamPerson = PersonView & { role: MembershipRole | null }

/** What the bar offers to one person. The server decides again; this only keeps refusals from being offered. */
export type WheelOptions = {
  drives: boolean
  /** Nobody drives: they may take the wheel. */
  take: boolean
  ask: boolean
  asked: boolean
  /** The driver is not in the room: whoever asks drives at once. */
  driverAway: boolean
  steer: boolean
  /** Who waits for the wheel, when one may hand it over. */
  waiting: TeamPerson | null
  others: TeamPerson[]
}

export function wheelOptions(
  wheel: WheelView,
  people: TeamPerson[],
  selfId: string,
  present?: ReadonlySet<string>,
): WheelOptions {
  const { driverId, askedById } = wheel
  const self = people.find(({ id }) => id === selfId)
  const drives = driverId === selfId
  const here = (id: string) => !present || present.size === 0 || present.has(id)
  const others = people.filter(({ id }) => id !== selfId)
  const driverAway = driverId !== null && !drives && !here(driverId)
  const someoneWaits = askedById !== null && askedById !== selfId && here(askedById)
  return {
    drives,
    take: driverId === null,
    ask: driverId !== null && !drives && askedById !== selfId && (driverAway || !someoneWaits),
    asked: askedById === selfId,
    driverAway,
    steer: driverId !== null && (drives || self?.role === 'owner' || self?.role === 'maintainer'),
    waiting: (drives && others.find(({ id }) => id === askedById)) || null,
    // Who is in the room stands first: a wheel in the hands of somebody away stops everybody.
    others: [...others.filter(({ id }) => here(id)), ...others.filter(({ id }) => !here(id))],
  }
}
