/** Time as the room's parts see it; a test lends one that it moves by hand. */
export type Clock = {
  now(): number
  /** Runs once after `milliseconds`; returns how to call it off. */
  after(milliseconds: number, run: () => void): () => void
}
export const realClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds)
    return () => clearTimeout(timer)
  },
}

/** A wait that can be cut short, so that what it delays goes on at once when things change. */
export class Pause {
  readonly #clock: Clock
  #wake: (() => void) | undefined
  constructor(clock: Clock) {
    this.#clock = clock
  }
  async wait(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const stop = this.#clock.after(milliseconds, resolve)
      this.#wake = () => {
        stop()
        resolve()
      }
    })
    this.#wake = undefined
  }
  wake() {
    this.#wake?.()
  }
}
