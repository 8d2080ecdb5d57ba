/** The elements in which an editor shows marks, so that React can draw into them. */
export class MarkCards {
  #cards: ReadonlyMap<HTMLElement, readonly string[]> = new Map()
  readonly #subscribers = new Set<() => void>()

  getView = () => this.#cards

  subscribe = (listener: () => void) => {
    this.#subscribers.add(listener)
    return () => {
      this.#subscribers.delete(listener)
    }
  }

  add(place: HTMLElement, markIds: readonly string[]) {
    this.#set(new Map([...this.#cards, [place, markIds]]))
  }

  remove(place: HTMLElement) {
    this.#set(new Map([...this.#cards].filter(([one]) => one !== place)))
  }

  #set(cards: ReadonlyMap<HTMLElement, readonly string[]>) {
    this.#cards = cards
    for (const listener of this.#subscribers) listener()
  }
}
