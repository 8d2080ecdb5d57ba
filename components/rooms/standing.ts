import type { Transport } from '@/components/realtime/transport'
import type { StandingView } from '@/contracts/rooms'
import type { RoomPage } from '@/contracts/views'
import type { Clock } from './clock'

/** What one may do in the room, with a moment of this device's own clock. */
type View = { muted: StandingView['muted']; waitUntil: number }

/** Longer than this no timer runs: whoever keeps a page open for weeks asks again. */
const longest = 24 * 60 * 60_000

/** Whether one may write in a room at this moment, and until when not. */
export class Standing {
  view: View = { muted: null, waitUntil: 0 }
  readonly #roomId: string
  readonly #moderates: boolean
  readonly #transport: Transport
  readonly #clock: Clock
  readonly #changed: () => void
  #stopTimer: (() => void) | undefined

  constructor(page: RoomPage, transport: Transport, clock: Clock, changed: () => void) {
    this.#roomId = page.id
    this.#moderates = page.viewer.moderates
    this.#transport = transport
    this.#clock = clock
    this.#changed = changed
    const { muted, waitFor } = page.viewer.standing
    this.view = { muted, waitUntil: clock.now() + waitFor }
  }

  learn({ muted, mutedFor, waitFor }: StandingView) {
    const until = this.#clock.now() + waitFor
    this.view = { muted, waitUntil: waitFor > 0 ? until : this.view.waitUntil }
    this.stop()
    // Ends by itself, and the server says when that has happened: its clock is the one that counts.
    if (mutedFor !== null) {
      const wait = Math.min(mutedFor + 500, longest)
      this.#stopTimer = this.#clock.after(wait, () => void this.ask())
    }
  }

  async ask() {
    const answer = await this.#transport.request('room:standing', { roomId: this.#roomId })
    if (!answer.ok) return
    this.learn(answer.standing)
    this.#changed()
  }

  /** A message of one's own was stored: slow mode counts from here. */
  spoke(slowSeconds: number) {
    if (slowSeconds === 0 || this.#moderates) return
    this.view = { ...this.view, waitUntil: this.#clock.now() + slowSeconds * 1000 }
    this.#changed()
  }

  stop() {
    this.#stopTimer?.()
    this.#stopTimer = undefined
  }
}
