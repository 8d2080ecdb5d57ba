import { backoff, type Transport } from '@/components/realtime/transport'
import type { PresenceView, RoomEvent, UnreadView } from '@/contracts/realtime'
import { applyRoomEvents, hasGap, type RoomState } from './apply-room-events'
import { type Clock, Pause } from './clock'
import { joinTogether } from './join-together'

/** `joining` until caught up; `closed`: not open to this person any more; `outdated`: reload the page. */
export type StreamPhase = 'joining' | 'live' | 'closed' | 'outdated'
export type StreamListener = {
  /** `live` is false for what was caught up on. */
  advanced(events: RoomEvent[], live: boolean): void
  read(unread: UnreadView): void
  startedAfresh(): void
  changed(): void
}

/** Also while nobody knows. */
export const nobody: PresenceView = { present: [], away: [], count: 0 }

/** How long a missing number may still be on its way by another node before it is asked for. */
const gapGrace = 300

/**
 * Follows one room's sequence: joins and reads until caught up, asks again when a number stays
 * missing, and starts afresh from a page of messages when too far behind.
 */
export class RoomStream {
  state: RoomState
  phase: StreamPhase = 'joining'
  presence: PresenceView = nobody
  readonly #transport: Transport
  readonly #clock: Clock
  readonly #pause: Pause
  readonly #listener: StreamListener
  /** The newest number that we know to exist. */
  #known = 0
  #active = false
  #running = false
  #again = false
  #stopGrace: (() => void) | undefined

  constructor(state: RoomState, transport: Transport, clock: Clock, listener: StreamListener) {
    this.state = state
    this.#transport = transport
    this.#clock = clock
    this.#pause = new Pause(clock)
    this.#listener = listener
  }

  start() {
    this.#active = true
    void this.catchUp()
  }

  stop() {
    this.#active = false
    this.#stopGrace?.()
    this.#stopGrace = undefined
    this.#pause.wake()
  }

  end(phase: 'closed' | 'outdated') {
    this.phase = phase
    this.stop()
    this.#listener.changed()
  }

  /** Takes events from wherever they come: a broadcast, an answer, twice, out of order. */
  receive(events: RoomEvent[], live = true) {
    const before = this.state
    const at = before.waiting
    this.state = applyRoomEvents(before, events)
    if (this.state === before) return
    const applied = new Map<number, RoomEvent>()
    for (const event of [...at, ...events])
      if (event.seq > before.seq && event.seq <= this.state.seq) applied.set(event.seq, event)
    const inOrder = [...applied.values()].sort((one, other) => one.seq - other.seq)
    if (inOrder.length > 0) this.#listener.advanced(inOrder, live && this.phase === 'live')
    this.#watchForGap()
    this.#listener.changed()
  }

  /** Notes that the room is at least at `seq`; if that does not arrive by itself, it is fetched. */
  heard(seq: number) {
    this.#known = Math.max(this.#known, seq)
    this.#watchForGap()
  }

  #watchForGap() {
    const behind = hasGap(this.state) || this.#known > this.state.seq
    if (!behind) {
      this.#stopGrace?.()
      this.#stopGrace = undefined
      return
    }
    if (this.#stopGrace || this.#running || !this.#active) return
    this.#stopGrace = this.#clock.after(gapGrace, () => {
      this.#stopGrace = undefined
      void this.catchUp()
    })
  }

  /** Joins and reads until nothing is missing. Called on start, on reconnect and at a gap. */
  async catchUp(): Promise<void> {
    if (this.#running) {
      this.#again = true
      this.#pause.wake()
      return
    }
    this.#running = true
    try {
      for (let tries = 0; this.#ready(); ) {
        this.#again = false
        const step = await this.#join()
        if (step === 'failed') await this.#pause.wait(this.#retryAfter ?? backoff(tries++))
        else tries = 0
        if (step === 'done' && !this.#again) break
      }
    } finally {
      this.#running = false
    }
    this.#watchForGap()
  }

  #ready() {
    return this.#active && this.#transport.status() === 'online'
  }

  #retryAfter: number | undefined

  async #join(): Promise<'done' | 'more' | 'failed'> {
    const { roomId, seq: afterSeq } = this.state
    const answer = await joinTogether(this.#transport, { roomId, afterSeq })
    if (!this.#active) return 'done'
    if (!answer.ok) {
      this.#retryAfter = answer.retryAfter
      if (answer.code === 'NotFound' || answer.code === 'Forbidden') this.end('closed')
      else if (answer.code === 'Outdated') this.end('outdated')
      return 'failed'
    }
    const { present, away, count } = answer
    this.presence = { present, away, count }
    this.#listener.read(answer.unread)
    if (answer.startAfresh) return this.#startAfresh(answer.seq)
    this.receive(answer.events, false)
    if (answer.more) return 'more'
    this.#known = Math.max(this.#known, answer.seq)
    // An answer that neither brings what it promises nor says that more waits: the log has a hole.
    if (this.state.seq < answer.seq) return this.#startAfresh(answer.seq)
    this.phase = 'live'
    this.#listener.changed()
    return 'done'
  }

  /** The page is read after `seq`, so it holds at least that much; what it holds beyond comes again harmlessly. */
  async #startAfresh(seq: number): Promise<'more' | 'failed'> {
    const { roomId, newer, messages: held } = this.state
    // Whoever reads the past stays about there.
    const where = newer
      ? { aroundSeq: held[held.length >> 1]?.seq ?? 0 }
      : { beforeSeq: Number.MAX_SAFE_INTEGER }
    const answer = await this.#transport.request('room:load', { roomId, ...where })
    if (!answer.ok) {
      this.#retryAfter = answer.retryAfter
      return 'failed'
    }
    const { messages, more, newer: beyond } = answer
    this.#known = seq
    this.state = { ...this.state, seq, messages, more, newer: beyond, threads: {}, waiting: [] }
    this.#listener.startedAfresh()
    this.#listener.changed()
    return 'more'
  }
}
