import type { Transport } from '@/components/realtime/transport'
import type { MessagesPage, RoomEvent } from '@/contracts/realtime'
import { applyRoomEvents, prependMessages, type RoomState } from './apply-room-events'
import type { RoomStream } from './room-stream'

/** Reads a room's past, one page at a time. */
export class OlderMessages {
  readonly #stream: RoomStream
  readonly #transport: Transport
  readonly #changed: () => void
  #loading: Promise<boolean> | null = null
  /** Events that are applied while a page is on its way, and may be missing in it. */
  #passing: RoomEvent[] | null = null

  constructor(stream: RoomStream, transport: Transport, changed: () => void) {
    this.#stream = stream
    this.#transport = transport
    this.#changed = changed
  }

  get loading() {
    return this.#loading !== null
  }

  passed(events: RoomEvent[]) {
    this.#passing?.push(...events)
  }

  /** A page on its way would not join on to what has been started afresh. */
  giveUp() {
    this.#passing = null
  }

  /** False when that failed or there is none. */
  load(): Promise<boolean> {
    this.#loading ??= this.#load().finally(() => {
      this.#loading = null
      this.#passing = null
      this.#changed()
    })
    this.#changed()
    return this.#loading
  }

  async #load(): Promise<boolean> {
    const { roomId, messages, more } = this.#stream.state
    const first = messages[0]
    if (!first || !more) return false
    const passing: RoomEvent[] = []
    this.#passing = passing
    const input = { roomId, beforeSeq: first.seq }
    const answer = await this.#transport.request('room:load', input)
    if (!answer.ok || this.#passing !== passing) return false
    this.#stream.state = joinOlder(this.#stream.state, answer, passing)
    return true
  }
}

/** The page may have been read before the events that passed meanwhile: they are applied to it as well. */
function joinOlder(state: RoomState, page: MessagesPage, passing: RoomEvent[]): RoomState {
  const seq = (passing[0]?.seq ?? 1) - 1
  const known = new Set(page.messages.map((message) => message.id))
  const caughtUp = applyRoomEvents({ ...state, ...page, seq, waiting: [] }, passing)
  const messages = caughtUp.messages.filter((message) => known.has(message.id))
  return prependMessages(state, { messages, more: page.more })
}
