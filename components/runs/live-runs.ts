import { type Clock, realClock } from '@/components/rooms/clock'
import type { RoomStore } from '@/components/rooms/room-store'
import type { RunTest } from '@/components/runner/protocol'
import type { PrintRunInput } from '@/contracts/documents'

/** A program that runs on somebody else's device (or in another tab of one's own). */
export type LiveRun = {
  runId: string
  personId: string
  documentId: string
  /** What came of its output; what did not is an ellipsis. */
  output: string
  tests: RunTest[]
  /** When its first frame came, in milliseconds. */
  since: number
}
type Printed = PrintRunInput & { personId: string }

/** Whoever says nothing for this long does not run any more, or is cut off. */
const silence = 40_000
/** More than a team runs at once. */
const most = 20

/** The programs that run in the room at this moment: each is gone when its record comes, or it falls silent. */
export class LiveRuns {
  readonly #store: RoomStore
  readonly #clock: Clock
  readonly #subscribers = new Set<() => void>()
  readonly #ends = new Map<string, () => void>()
  /** How much of each output is known. */
  readonly #known = new Map<string, number>()
  #runs: readonly LiveRun[] = []
  #recorded: readonly unknown[] = []
  #stops: (() => void)[] = []

  constructor(store: RoomStore, clock: Clock = realClock) {
    this.#store = store
    this.#clock = clock
  }

  start() {
    this.#stops = [
      this.#store.transport.on('run:printed', (printed) => {
        if (printed.roomId === this.#store.roomId) this.#receive(printed)
      }),
      this.#store.subscribe(() => this.#replace()),
    ]
  }

  stop() {
    for (const stop of [...this.#stops, ...this.#ends.values()]) stop()
    this.#ends.clear()
    this.#known.clear()
    this.#runs = []
  }

  #receive(printed: Printed) {
    const { runId, personId, documentId, from, text } = printed
    // A frame that was overtaken by the record.
    if (this.#store.getView().runs.some(({ id }) => id === runId)) return
    const before = this.#runs.find((one) => one.runId === runId)
    // Ids are the clients' own: nobody adds to what somebody else runs.
    if (before && before.personId !== personId) return
    const now = this.#clock.now()
    const run = before ?? { runId, personId, documentId, output: '', tests: [], since: now }
    const known = this.#known.get(runId) ?? 0
    const gap = from > known ? '…\n' : ''
    const output = run.output + gap + text.slice(Math.max(0, known - from))
    this.#known.set(runId, Math.max(known, from + text.length))
    const next = { ...run, output, tests: printed.tests ?? run.tests }
    this.#runs = before
      ? this.#runs.map((one) => (one === before ? next : one))
      : [next, ...this.#runs]
    this.#ends.get(runId)?.()
    this.#ends.set(
      runId,
      this.#clock.after(silence, () => this.#drop([runId])),
    )
    this.#drop(this.#runs.slice(most).map((one) => one.runId))
    this.#changed()
  }

  /** The record stands for what ran. */
  #replace() {
    const { runs } = this.#store.getView()
    if (runs === this.#recorded) return
    this.#recorded = runs
    this.#drop(
      this.#runs.flatMap(({ runId }) => (runs.some(({ id }) => id === runId) ? runId : [])),
    )
  }

  #drop(runIds: string[]) {
    if (runIds.length === 0) return
    for (const runId of runIds) {
      this.#ends.get(runId)?.()
      this.#ends.delete(runId)
      this.#known.delete(runId)
    }
    this.#runs = this.#runs.filter(({ runId }) => !runIds.includes(runId))
    this.#changed()
  }

  /** The newest first. */
  getView = () => this.#runs

  subscribe = (listener: () => void) => {
    this.#subscribers.add(listener)
    return () => {
      this.#subscribers.delete(listener)
    }
  }

  #changed() {
    for (const listener of this.#subscribers) listener()
  }
}
