import type { RoomEvent } from '@/contracts/realtime'
import { backoff, passes, type Transport } from '@/components/realtime/transport'
import { applyRoomEvents, type RoomState } from './apply-room-events'
import { type Clock, Pause } from './clock'

/** `joining` until caught up; `closed`: not a member any more; `outdated`: the page must be reloaded. */
export type StreamPhase = 'joining' | 'live' | 'closed' | 'outdated'

/** How long a missing number may be on its way by another node before it is asked for. */
const gapGrace = 300

/**
 * Follows one room's sequence: joins and reads until caught up, holds what arrives early, asks again
 * when a number stays missing, and starts afresh from a page of messages when too far behind.
 */
export class RoomStream {
  state: RoomState
  more: boolean
  phase: StreamPhase = 'joining'
  present: string[] = []
  readonly #roomId: string
  readonly #transport: Transport
  readonly #pause: Pause
  readonly #clock: Clock
  readonly #on: {
    /** `live` is false for what was caught up on. */
    advanced(events: RoomEvent[], live: boolean): void
    read(lastReadSeq: number): void
    startedAfresh(): void
    changed(): void
  }
  readonly #early = new Map<number, RoomEvent>()
  /** The newest number that we know to exist. */
  #known = 0
  #active = false
  #running = false
  #again = false
  #stopGrace: (() => void) | undefined

  constructor(
    start: { roomId: string; state: RoomState; more: boolean },
    transport: Transport,
    clock: Clock,
    on: RoomStream['_on'],
  ) {
    this.#roomId = start.roomId
    this.state = start.state
    this.more = start.more
    this.#transport = transport
    this.#clock = clock
    this.#pause = new Pause(clock)
    this.#on = on
  }
}
