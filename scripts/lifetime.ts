import { setTimeout as wait } from 'node:timers/promises'
import { isAlive } from './is-alive.js'
import type { ProcessLog } from './process-log'
import { commandOf, parentOf } from './processes'
import { Sentence } from './sentence.js'

/** Thrown out of a step when somebody asked us to stop meanwhile. */
export class Stopped extends Error {}

/** A process that we started and have to end. */
export type Owned = {
  name: string
  pid: number | undefined
  log: ProcessLog
  /** Resolves with how it ended, in words. */
  ended: Promise<string>
  /** In an orderly way. */
  end(): Promise<void>
  /** At once. */
  kill(): void
}

/** npm passes a Ctrl-C on that the terminal has already delivered: one press, two signals. */
const samePress = 700

/** Everything that a command started, and the signals and crashes that end it. */
export class Lifetime {
  private readonly owned: Owned[] = []
  private readonly stopper = new AbortController()
  private askedAt = 0
  private fail: (reason: Sentence) => void = () => {}
  private readonly crash = new Promise<never>((_, reject) => {
    this.fail = reject
  })

  /** @param onOwned hears of every process that is started. */
  constructor(private readonly onOwned: (owned: readonly Owned[]) => void) {
    this.crash.catch(() => {})
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => this.stop())
    // A terminal that went away must not end us before our children.
    process.stdout.on('error', () => {})
    process.stderr.on('error', () => {})
    if (process.env.npm_lifecycle_event) this.followNpm()
  }

  /** npm killed by force tells nobody, and a shell may stand between it and us. */
  private followNpm() {
    const parent = process.ppid
    const shell = /^\S*sh -c /.test(commandOf(parent))
    const npm = shell ? parentOf(parent) : undefined
    const timer = setInterval(() => {
      if (process.ppid === parent && (npm === undefined || isAlive(npm))) return
      clearInterval(timer)
      this.stop()
    }, 1_000)
    timer.unref()
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

  /** Takes over a process: it is ended with the rest, and its own unexpected end ends the rest. */
  own(each: Owned) {
    this.owned.push(each)
    this.onOwned(this.owned)
    void each.ended.then((how) => {
      if (!this.owned.includes(each)) return
      const said = each.log.lastLines() || '(it said nothing)'
      this.fail(
        new Sentence(
          `The ${each.name} process ended unexpectedly (${how}), so everything is stopped. Its last lines:\n\n${said}\n\nAll of them: ${each.log.file}`,
        ),
      )
    })
  }

  /**
   * @throws Stopped as soon as somebody asks us to stop, and Sentence when something of ours crashes;
   *   the work itself may then go on a little.
   */
  async step<T>(work: () => Promise<T>): Promise<T> {
    if (this.signal.aborted) throw new Stopped()
    const stopped = new Promise<never>((_, reject) => {
      this.signal.addEventListener('abort', () => reject(new Stopped()), { once: true })
    })
    return Promise.race([work(), stopped, this.crash])
  }

  /** Waits for one of the two ends: see `step`. */
  untilStopped(): Promise<never> {
    return this.step(() => new Promise<never>(() => {}))
  }

  /** Ends what was started, the last first. */
  async endAll() {
    for (let each = this.owned.pop(); each; each = this.owned.pop())
      await Promise.race([each.end(), wait(25_000, undefined, { ref: false })])
  }
}
