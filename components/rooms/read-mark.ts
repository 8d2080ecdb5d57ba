import type { Transport } from '@/components/realtime/transport'
import type { ReadMarkView, RoomEvent, UnreadView } from '@/contracts/realtime'
import type { RoomState } from './apply-room-events'
import type { Clock } from './clock'
import { countEvent, countRead, firstUnread, type Unread } from './unread-count'

const throttle = 1_000
/** So many events are kept to bring a count up to date that was read a moment before them. */
const keptEvents = 500
/** Before the server is asked for a count that is not certain. */
const askAfter = 200

type Start = {
  roomId: string
  personId: string
  unread: UnreadView
  /** The unread begin before the messages at hand: nothing is read before their reader decides. */
  held: boolean
}

/** How far its reader has read a room, what is left, and where what is new to them begins. */
export class ReadMark {
  unread: Unread
  /** The "new" line stands before the first message of others after this number; null: no line. */
  divider: number | null
  readonly #personId: string
  readonly #roomId: string
  readonly #transport: Transport
  readonly #clock: Clock
  readonly #on: { changed(): void; uncertain(): void }
  /** What the server knows. */
  #told: number
  #atEnd: boolean | undefined
  #visible = false
  /** What is unread stays so, although the end is in sight: its reader said so, or has not seen where it begins. */
  #held: boolean
  #recent: RoomEvent[] = []
  #stopTimer: (() => void) | undefined
  #stopAsking: (() => void) | undefined
  #sending = false

  constructor(
    { roomId, personId, unread, held }: Start,
    transport: Transport,
    clock: Clock,
    on: { changed(): void; uncertain(): void },
  ) {
    this.#roomId = roomId
    this.#personId = personId
    this.#transport = transport
    this.#clock = clock
    this.#on = on
    this.unread = { ...unread, certain: true }
    this.#told = unread.lastReadSeq
    this.#held = held && unread.messages.count > 0
    this.divider = unread.messages.count > 0 ? unread.lastReadSeq : null
  }

  /** Everything up to here has been seen, here or in another tab. */
  get seen() {
    return this.unread.lastReadSeq
  }
  get count() {
    return this.unread.messages.count
  }
  get mentions() {
    return this.unread.mentions.count
  }
  get first() {
    return firstUnread(this.unread)
  }
  get #attentive() {
    return this.#atEnd === true && this.#visible && !this.#held
  }

  /** Whether its reader looks at the newest message: scrolled to the live end, in a page that is visible. */
  look(atEnd: boolean, visible: boolean, state: RoomState) {
    // Whoever comes to the end by themselves has seen what stands before it.
    if (atEnd && this.#atEnd === false) this.#held = false
    this.#atEnd = atEnd
    this.#visible = visible
    this.#readIfSeen(state)
  }

  /** Events that the room has applied, in their order. */
  advanced(events: RoomEvent[], state: RoomState) {
    this.#recent = [...this.#recent, ...events].slice(-keptEvents)
    const before = this.count
    this.#count(events)
    if (!this.#readIfSeen(state) && before === 0 && this.count > 0) this.divider = this.seen
    this.#askIfUncertain()
  }

  /** The server's count. It may be older than the room at hand, or newer. */
  learn(view: UnreadView, state: RoomState) {
    const { epoch, lastReadSeq } = this.unread
    if (view.epoch < epoch) return
    const moved = view.epoch > epoch
    const oldest = this.#recent[0]?.seq ?? Number.POSITIVE_INFINITY
    this.unread = { ...view, certain: view.seq >= state.seq || oldest <= view.seq + 1 }
    this.#count(this.#recent)
    if (moved) this.#movedBack(view.lastReadSeq)
    else this.#read(lastReadSeq)
    this.#told = moved ? view.lastReadSeq : Math.max(this.#told, view.lastReadSeq)
    if (!this.#readIfSeen(state) && this.count === 0) this.divider = null
    this.#askIfUncertain()
  }

  /** The mark moved on another page, or was moved back here. */
  moved({ lastReadSeq, epoch }: ReadMarkView) {
    if (epoch < this.unread.epoch) return
    if (epoch > this.unread.epoch) {
      // What has become unread again is counted by the server.
      this.unread = { ...this.unread, epoch, lastReadSeq, certain: false }
      this.#told = lastReadSeq
      this.#movedBack(lastReadSeq)
    } else {
      this.#told = Math.max(this.#told, lastReadSeq)
      this.#read(lastReadSeq)
      if (!this.#attentive && this.unread.certain && this.count === 0) this.divider = null
    }
    this.#on.changed()
    this.#askIfUncertain()
  }

  /** Its reader says that all of it is read. */
  readAll(state: RoomState) {
    this.#held = false
    this.divider = null
    this.#read(state.seq)
    this.#tellSoon()
  }

  /** A restored database counts from an earlier number; `view` is what it says. */
  startAfresh(state: RoomState, view: UnreadView | undefined) {
    this.#recent = []
    if (!view || this.seen <= state.seq) return
    this.unread = { ...view, certain: true }
    this.#told = view.lastReadSeq
  }

  /** What was seen and not yet told is told now: its reader leaves. */
  stop() {
    this.#stopAsking?.()
    if (!this.#stopTimer) return
    this.#stopTimer()
    this.#stopTimer = undefined
    void this.#tell()
  }

  #movedBack(lastReadSeq: number) {
    this.#held = true
    this.divider = lastReadSeq
  }

  #count(events: RoomEvent[]) {
    for (const event of events) this.unread = countEvent(this.unread, event, this.#personId)
  }

  #read(seq: number) {
    this.unread = countRead(this.unread, seq)
  }

  #readIfSeen({ seq }: RoomState): boolean {
    if (!this.#attentive) return false
    this.#read(seq)
    this.#tellSoon()
    return true
  }

  #askIfUncertain() {
    if (this.unread.certain || this.#stopAsking) return
    this.#stopAsking = this.#clock.after(askAfter, () => {
      this.#stopAsking = undefined
      this.#on.uncertain()
    })
  }

  #tellSoon() {
    if (this.#stopTimer || this.#sending || this.seen <= this.#told) return
    this.#stopTimer = this.#clock.after(throttle, () => {
      this.#stopTimer = undefined
      void this.#tell()
    })
  }

  async #tell() {
    const { lastReadSeq: seq, epoch } = this.unread
    if (seq <= this.#told) return
    this.#sending = true
    const input = { roomId: this.#roomId, seq, epoch }
    const answer = await this.#transport.request('room:read', input)
    this.#sending = false
    if (!answer.ok) return
    if (answer.epoch === epoch) this.#told = Math.max(this.#told, seq)
    this.moved(answer)
    this.#tellSoon()
  }
}
