import type { Answer, Transport } from '@/components/realtime/transport'
import type { LoadMessagesInput } from '@/contracts/inputs'
import type { RoomEvent } from '@/contracts/realtime'
import { joinNewer, joinOlder, replaceWindow } from './message-window'
import type { RoomStream } from './room-stream'

type Distribute<T> = T extends unknown ? Omit<T, 'roomId'> : never
/** Where in the conversation to go; `latest` is its live end. */
export type JumpTarget = Extract<
  Distribute<LoadMessagesInput>,
  { aroundId: string } | { aroundSeq: number } | { aroundTime: string }
>
/**
 * `id`: of the message to show; of a reply, that is the one that begins the thread. `gone`: not there, or not
 * open to this person.
 */
export type Jumped = { id: string | null; threadId: string | null } | 'gone' | 'failed'

type Load = 'older' | 'newer' | 'jump'

/** Moves the part of a room's conversation that is at hand: page by page, or somewhere else at once. */
export class MessageRange {
  /** What is on its way. */
  loading: Load | null = null
  readonly #stream: RoomStream
  readonly #transport: Transport
  readonly #changed: () => void
  /** Events that are applied while a page is on its way, and may be missing in it. */
  #passing: RoomEvent[] | null = null

  constructor(stream: RoomStream, transport: Transport, changed: () => void) {
    this.#stream = stream
    this.#transport = transport
    this.#changed = changed
  }

  passed(events: RoomEvent[]) {
    this.#passing?.push(...events)
  }

  /** A page on its way would not join on to what has been started afresh. */
  giveUp() {
    this.#passing = null
    this.loading = null
  }

  /** One page further back. False when that failed or there is none. */
  async loadOlder(): Promise<boolean> {
    const { messages, more } = this.#stream.state
    const first = messages[0]
    if (!first || !more || this.loading) return false
    const found = await this.#load('older', { beforeSeq: first.seq })
    if (!found?.answer.ok) return false
    return this.#settle(joinOlder(this.#stream.state, found.answer, found.passing, first.seq))
  }

  /** One page further on. False when that failed or there is none. */
  async loadNewer(): Promise<boolean> {
    const { messages, newer } = this.#stream.state
    const last = messages.at(-1)
    if (!last || !newer || this.loading) return false
    const found = await this.#load('newer', { afterSeq: last.seq })
    if (!found?.answer.ok) return false
    return this.#settle(joinNewer(this.#stream.state, found.answer, found.passing, last.seq))
  }

  /** Goes elsewhere; a page that is on its way is forgotten. */
  async jump(target: JumpTarget): Promise<Jumped> {
    const found = await this.#load('jump', target)
    if (!found) return 'failed'
    const { answer, passing } = found
    if (!answer.ok) return answer.code === 'NotFound' ? 'gone' : 'failed'
    this.#settle(replaceWindow(this.#stream.state, answer, passing))
    return { id: answer.target, threadId: answer.threadId }
  }

  /** Back to where new messages come in. */
  async toLatest(): Promise<boolean> {
    if (!this.#stream.state.newer) return true
    const found = await this.#load('jump', { beforeSeq: Number.MAX_SAFE_INTEGER })
    if (!found?.answer.ok) return false
    return this.#settle(replaceWindow(this.#stream.state, found.answer, found.passing))
  }

  #settle(state: RoomStream['state'] | null): boolean {
    if (!state) return false
    this.#stream.state = state
    this.#changed()
    return true
  }

  /** Undefined once something else has taken its place. */
  async #load(
    load: Load,
    where: Distribute<LoadMessagesInput>,
  ): Promise<{ answer: Answer<'room:load'>; passing: RoomEvent[] } | undefined> {
    const passing: RoomEvent[] = []
    this.#passing = passing
    this.loading = load
    this.#changed()
    const { roomId } = this.#stream.state
    const answer = await this.#transport.request('room:load', { roomId, ...where })
    if (this.#passing !== passing) return undefined
    this.giveUp()
    this.#changed()
    return { answer, passing }
  }
}
