import type { Clock } from '@/components/rooms/clock'
import type { RunTest } from '@/components/runner/protocol'
import { maximumPrintedChunk, type PrintRunInput } from '@/contracts/documents'

/** At most one frame in this time, in milliseconds. */
const every = 100
/** A silent program tells that it still runs, well before the others give it up. */
const pulse = 15_000
/** Tests of a frame that say more than this are left to the record. */
const mostTestCharacters = 20_000

type Frame = Pick<PrintRunInput, 'from' | 'text' | 'tests'>

/** Cuts what one's own program prints into frames for the others in the room. */
export class RunPrinter {
  readonly #clock: Clock
  readonly #send: (frame: Frame) => void
  #from = 0
  #waiting = ''
  #tests: RunTest[] | undefined
  #stop: (() => void) | undefined
  #ended = false

  constructor(clock: Clock, send: (frame: Frame) => void) {
    this.#clock = clock
    this.#send = send
  }

  /** Tells the others that it runs, before there is anything to see. */
  start() {
    this.#flush()
  }

  write(chunk: string) {
    this.#waiting += chunk
    this.#hurry()
  }

  report(tests: RunTest[]) {
    const characters = tests.reduce(
      (sum, { name, message }) => sum + name.length + message.length,
      0,
    )
    if (characters > mostTestCharacters) return
    this.#tests = tests
    this.#hurry()
  }

  /** The record of the run says the rest. */
  end() {
    this.#ended = true
    this.#stop?.()
  }

  #due = 0
  #hurry() {
    if (this.#ended) return
    this.#stop?.()
    this.#stop = this.#clock.after(Math.max(0, this.#due - this.#clock.now()), () => this.#flush())
  }

  #flush() {
    if (this.#ended) return
    const text = this.#waiting.slice(0, maximumPrintedChunk)
    this.#send({ from: this.#from, text, ...(this.#tests && { tests: this.#tests }) })
    this.#from += text.length
    this.#waiting = this.#waiting.slice(text.length)
    this.#tests = undefined
    this.#due = this.#clock.now() + every
    if (this.#waiting) this.#hurry()
    else this.#stop = this.#clock.after(pulse, () => this.#flush())
  }
}
