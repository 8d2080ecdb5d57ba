import type { Clock } from '@/components/rooms/clock'

/** Cursors are renewed every fifteen seconds; silence for this long means that somebody has gone. */
const lifetime = 40_000

/** In which file each person was seen last. */
export class Whereabouts {
  readonly #clock: Clock
  readonly #changed: () => void
  readonly #places = new Map<string, { documentId: string; stop: () => void }>()

  constructor(clock: Clock, changed: () => void) {
    this.#clock = clock
    this.#changed = changed
  }

  seen(personId: string, documentId: string) {
    const before = this.#places.get(personId)
    before?.stop()
    const stop = this.#clock.after(lifetime, () => this.left(personId, documentId))
    this.#places.set(personId, { documentId, stop })
    if (before?.documentId !== documentId) this.#changed()
  }

  left(personId: string, documentId: string) {
    const place = this.#places.get(personId)
    if (place?.documentId !== documentId) return
    place.stop()
    this.#places.delete(personId)
    this.#changed()
  }

  of = (personId: string): string | null => this.#places.get(personId)?.documentId ?? null

  all(): ReadonlyMap<string, string> {
    return new Map([...this.#places].map(([personId, { documentId }]) => [personId, documentId]))
  }

  clear() {
    for (const { stop } of this.#places.values()) stop()
    this.#places.clear()
    this.#changed()
  }
}
