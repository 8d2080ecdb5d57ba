import { setTimeout as wait } from 'node:timers/promises'

/** Thrown out of a step when somebody asked us to stop meanwhile. */
export class Stopped extends Error {}

export type Owned = { name: string; end(): Promise<void>; kill(): void }

/** npm passes a Ctrl-C on that the terminal has already delivered: one press, two signals. */
const samePress = 700

/** Everything that a command started, and the signals that end it in the opposite order. */
export class Lifetime {
  private readonly owned: Owned[] = []
  private readonly stopper = new AbortController()
  private askedAt = 0
  private readonly onSignal = () => this.stop()

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, this.onSignal)
    // A terminal that went away must not end us before our children.
    process.stdout.on('error', () => {})
    process.stderr.on('error', () => {})
    if (process.env.npm_lifecycle_event) {
      // npm killed by force tells nobody; its death shows in who our parent is.
      const parent = process.ppid
      setInterval(() => process.ppid !== parent && this.stop(), 1_000).unref()
    }
  }

  /** Aborted once somebody asked us to stop. */
  get signal(): AbortSignal {
    return this.stopper.signal
  }

  private stop() {
    if (!this.signal.aborted) {
      this.askedAt = Date.now()
      console.log('\n  Stopping …')
      this.stopper.abort()
    } else if (Date.now() - this.askedAt > samePress) {
      for (const each of [...this.owned].reverse()) each.kill()
      process.exit(130)
    }
  }

  own(each: Owned) {
    this.owned.push(each)
  }

  /** Resolves when somebody asks us to stop. */
  stopped(): Promise<void> {
    return new Promise((resolve) => {
      if (this.signal.aborted) resolve()
      else this.signal.addEventListener('abort', () => resolve(), { once: true })
    })
  }

  /** @throws Stopped as soon as somebody asks us to stop; the work itself may then go on a little. */
  async step<T>(work: () => Promise<T>): Promise<T> {
    const stopped = this.stopped().then(() => {
      throw new Stopped()
    })
    stopped.catch(() => {})
    if (this.signal.aborted) throw new Stopped()
    return Promise.race([work(), stopped])
  }

  /** Ends what was started, the last first. */
  async endAll() {
    for (let each = this.owned.pop(); each; each = this.owned.pop())
      await Promise.race([each.end(), wait(15_000, undefined, { ref: false })])
  }
}
