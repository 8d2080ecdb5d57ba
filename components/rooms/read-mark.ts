import type { Transport } from '@/components/realtime/transport'
import type { MessageView } from '@/contracts/realtime'
import type { RoomState } from './apply-room-events'
import type { Clock } from './clock'

const throttle = 1_000

/** Whether somebody else's message mentions this person. */
export const isMentioned = ({ author, mentions, here }: MessageView, personId: string) =>
  author.id !== personId && (here || mentions.includes(personId))

/** How far its reader has read a room, and where what is new to them begins. */
export class ReadMark {
  /** Everything up to here has been seen, here or in another tab. */
  seen: number
  /** The "new" line stands before the first message of others after this number; null: no line. */
  divider: number | null
  attentive = false
  readonly #personId: string
  readonly #transport: Transport
  readonly #clock: Clock
  /** What the server knows. */
  #told: number
  #stopTimer: (() => void) | undefined
  #sending = false
  #unreadBefore: number

  constructor(
    start: { personId: string; lastReadSeq: number; state: RoomState },
    transport: Transport,
    clock: Clock,
  ) {
    this.#personId = start.personId
    this.seen = start.lastReadSeq
    this.#told = start.lastReadSeq
    this.#transport = transport
    this.#clock = clock
    this.#unreadBefore = this.unread(start.state)
    this.divider = this.#unreadBefore > 0 ? start.lastReadSeq : null
  }

  /** Messages of others that have not been seen and still have something to see. */
  unread({ messages }: RoomState): number {
    let count = 0
    for (let place = messages.length - 1; place >= 0; place--) {
      const message = messages[place]
      if (!message || message.seq <= this.seen) break
      if (message.author.id !== this.#personId && !message.deleted) count++
    }
    return count
  }

  /** How many of the unread ones mention their reader. */
  mentions({ messages }: RoomState): number {
    return messages.filter(
      (message) => message.seq > this.seen && isMentioned(message, this.#personId),
    ).length
  }

  /** Whether its reader looks at the newest message: the page is visible and scrolled to the end. */
  setAttentive(attentive: boolean, state: RoomState) {
    this.attentive = attentive
    this.look(state)
  }

  /** To be called whenever the room has changed. */
  look(state: RoomState) {
    if (!this.attentive) {
      const unread = this.unread(state)
      // The line stays while more comes in behind it, and moves once everything before was read.
      if (unread > 0 && this.#unreadBefore === 0) this.divider = this.seen
      this.#unreadBefore = unread
      return
    }
    this.#unreadBefore = 0
    this.seen = Math.max(this.seen, state.seq)
    this.#tellSoon(state.roomId)
  }

  /** The server's mark, perhaps moved by another tab or device. */
  learn(lastReadSeq: number, state: RoomState) {
    this.#told = Math.max(this.#told, lastReadSeq)
    this.seen = Math.max(this.seen, lastReadSeq)
    this.#unreadBefore = this.unread(state)
    if (!this.attentive && this.#unreadBefore === 0) this.divider = null
  }

  /** A restored database counts from an earlier number. */
  startAfresh(state: RoomState) {
    this.seen = Math.min(this.seen, state.seq)
    this.#told = Math.min(this.#told, state.seq)
  }

  /** What was seen and not yet told is told now: its reader leaves. */
  stop(roomId: string) {
    if (!this.#stopTimer) return
    this.#stopTimer()
    this.#stopTimer = undefined
    void this.#tell(roomId)
  }

  #tellSoon(roomId: string) {
    if (this.#stopTimer || this.#sending || this.seen <= this.#told) return
    this.#stopTimer = this.#clock.after(throttle, () => {
      this.#stopTimer = undefined
      void this.#tell(roomId)
    })
  }

  async #tell(roomId: string) {
    const seq = this.seen
    this.#sending = true
    const answer = await this.#transport.request('room:read', { roomId, seq })
    this.#sending = false
    if (!answer.ok) return
    this.#told = Math.max(this.#told, seq, answer.lastReadSeq)
    if (this.attentive) this.#tellSoon(roomId)
  }
}
