import type { PersonView } from '@/contracts/realtime'
import type { Clock } from './clock'

const lasts = 5_000
const tellEvery = 2_500

/** Who is writing just now; each mention fades by itself. */
export class TypingList {
  people: Pick<PersonView, 'id' | 'name'>[] = []
  readonly #clock: Clock
  readonly #changed: () => void
  readonly #stops = new Map<string, () => void>()
  #told = Number.NEGATIVE_INFINITY

  constructor(clock: Clock, changed: () => void) {
    this.#clock = clock
    this.#changed = changed
  }

  add(id: string, name: string) {
    this.#stops.get(id)?.()
    this.#stops.set(
      id,
      this.#clock.after(lasts, () => this.remove(id)),
    )
    if (this.people.some((one) => one.id === id)) return
    this.people = [...this.people, { id, name }]
    this.#changed()
  }

  remove(id: string) {
    this.#stops.get(id)?.()
    if (!this.#stops.delete(id)) return
    this.people = this.people.filter((one) => one.id !== id)
    this.#changed()
  }

  /** Whether it is time to tell the others again that one writes. */
  shouldTell(): boolean {
    if (this.#clock.now() - this.#told < tellEvery) return false
    this.#told = this.#clock.now()
    return true
  }

  /** After sending, the next letter counts as new writing. */
  sent() {
    this.#told = Number.NEGATIVE_INFINITY
  }

  stop() {
    for (const stop of this.#stops.values()) stop()
    this.#stops.clear()
    this.people = []
  }
}
