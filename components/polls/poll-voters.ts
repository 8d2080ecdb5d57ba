import type { PollView } from '@/contracts/polls'
import type { RoomStore } from '../rooms/room-store'

/** Everybody who chose something, once. */
export const votersOf = ({ options }: PollView): Set<string> =>
  new Set(options.flatMap(({ personIds }) => personIds))

/** The places of what a person chose. */
export const choicesOf = ({ options }: PollView, personId: string): number[] =>
  options.flatMap(({ personIds }, at) => (personIds.includes(personId) ? [at] : []))

/**
 * Who voted, as far as this page knows them, and all their names in words. Read, not subscribed to, as for
 * reactions: a poll would render whenever anything in the room changes.
 */
export function knownVoters(store: RoomStore, personIds: string[]) {
  const { known } = store.getView()
  const people = personIds.flatMap(
    (id) => (id === store.me.id ? store.me : known.find((one) => one.id === id)) ?? [],
  )
  const others = people.filter(({ id }) => id !== store.me.id).map(({ name }) => name)
  const missing = personIds.length - people.length
  const names = [...(people.length > others.length ? ['You'] : []), ...others]
  // Of a step's room, which has no list of its people, a page knows those whose messages are at hand.
  const rest = store.kind === 'step' ? 'more' : missing === 1 ? 'former member' : 'former members'
  if (missing > 0) names.push(`${missing} ${rest}`)
  return { people, names: names.join(', ') }
}
