import type { Transport } from '@/components/realtime/transport'
import type { DraftView } from '@/contracts/drafts'
import type { Clock } from './clock'
import { DraftKeeper, type DraftPlace } from './draft'

/** What somebody has begun to write in a room: one draft in the room itself, and one in each thread they open. */
export class RoomDrafts {
  readonly main: DraftKeeper
  readonly #threads = new Map<string, DraftKeeper>()
  readonly #place: Omit<DraftPlace, 'threadId'>
  readonly #transport: Transport
  readonly #clock: Clock

  constructor(
    place: Omit<DraftPlace, 'threadId'>,
    stored: DraftView,
    transport: Transport,
    clock: Clock,
  ) {
    this.#place = place
    this.#transport = transport
    this.#clock = clock
    this.main = new DraftKeeper({ ...place, threadId: null }, stored, transport, clock)
  }

  /** Undefined until a thread has been read. */
  of(threadId: string | null): DraftKeeper | undefined {
    return threadId ? this.#threads.get(threadId) : this.main
  }

  /** A thread was read, and with it what is stored of its draft. */
  opened(threadId: string, stored: DraftView) {
    const known = this.#threads.get(threadId)
    if (known) return known.heard(stored)
    const place = { ...this.#place, threadId }
    this.#threads.set(threadId, new DraftKeeper(place, stored, this.#transport, this.#clock))
  }

  /** Sends what waits on this device. */
  save() {
    for (const draft of [this.main, ...this.#threads.values()]) void draft.save()
  }

  stop() {
    for (const draft of [this.main, ...this.#threads.values()]) draft.stop()
  }
}
