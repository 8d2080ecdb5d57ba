import type { Transport } from '@/components/realtime/transport'
import type { DraftView } from '@/contracts/drafts'
import type { FollowedThread, MessageView, RoomEvent } from '@/contracts/realtime'
import { type OpenThread, openThread } from './apply-room-events'
import type { Clock } from './clock'
import type { RoomStream } from './room-stream'

const throttle = 1_000

/** The threads of one room: opened ones, those that its reader follows, and how far they have read. */
export class RoomThreads {
  /** Null until read. */
  followed: FollowedThread[] | null = null
  readonly #stream: RoomStream
  readonly #transport: Transport
  readonly #clock: Clock
  readonly #on: { changed(): void; opened(threadId: string, draft: DraftView): void }
  /** Events applied while pages are on their way, by the page. */
  readonly #passing = new Set<RoomEvent[]>()
  #looking: string | null = null
  /** What the server knows of each thread's reading. */
  readonly #told = new Map<string, number>()
  #stopTelling: (() => void) | undefined
  #stopListing: (() => void) | undefined
  #listing: Promise<boolean> | null = null

  constructor(
    stream: RoomStream,
    transport: Transport,
    clock: Clock,
    on: { changed(): void; opened(threadId: string, draft: DraftView): void },
  ) {
    this.#stream = stream
    this.#transport = transport
    this.#clock = clock
    this.#on = on
  }

  start() {
    if (this.#transport.status() === 'online') this.listSoon()
  }

  stop() {
    this.#stopListing?.()
    this.#stopListing = undefined
    this.#tellNow()
  }

  #tellNow() {
    if (!this.#stopTelling || !this.#looking) return
    this.#stopTelling()
    this.#stopTelling = undefined
    void this.#tell(this.#looking)
  }

  /** Pages on their way would not join on to what has been started afresh. */
  startAfresh() {
    this.#passing.clear()
    this.#told.clear()
    this.listSoon()
  }

  passed(events: RoomEvent[]) {
    for (const passing of this.#passing) passing.push(...events)
    if (events.some((event) => 'thread' in event && event.thread)) this.listSoon()
    this.#tellSoon()
  }

  /** Opened threads as they are to be seen. */
  over(look: (messages: MessageView[]) => MessageView[]): Record<string, OpenThread> {
    const opened = Object.entries(this.#stream.state.threads)
    return Object.fromEntries(
      opened.map(([id, thread]) => {
        const [root = thread.root] = look([thread.root])
        return [id, { ...thread, root, messages: look(thread.messages) }]
      }),
    )
  }

  /** Reads a thread's newest replies. Resolves to what went wrong; to nothing when it is open. */
  async open(threadId: string): Promise<string | undefined> {
    if (this.#stream.state.threads[threadId]) return undefined
    return this.#load(threadId, Number.MAX_SAFE_INTEGER)
  }

  async loadOlder(threadId: string): Promise<string | undefined> {
    const first = this.#stream.state.threads[threadId]?.messages[0]
    return this.#load(threadId, first?.seq ?? Number.MAX_SAFE_INTEGER)
  }

  async #load(threadId: string, beforeSeq: number): Promise<string | undefined> {
    const passing: RoomEvent[] = []
    this.#passing.add(passing)
    const { roomId } = this.#stream.state
    const answer = await this.#transport.request('thread:load', { roomId, threadId, beforeSeq })
    // Given up meanwhile, for the room was started afresh: it has to be read again.
    if (!this.#passing.delete(passing)) return this.#load(threadId, Number.MAX_SAFE_INTEGER)
    if (!answer.ok) return answer.message
    this.#stream.state = openThread(this.#stream.state, answer, passing)
    this.#on.opened(threadId, answer.draft)
    this.#on.changed()
    return undefined
  }

  /** However much happens, the list is read once in a while. */
  listSoon() {
    this.#stopListing ??= this.#clock.after(throttle / 4, () => {
      this.#stopListing = undefined
      void this.list()
    })
  }

  /** False when that failed: what was known stays. */
  list(): Promise<boolean> {
    if (this.#listing) {
      this.listSoon()
      return this.#listing
    }
    this.#listing = this.#list().finally(() => {
      this.#listing = null
    })
    return this.#listing
  }

  async #list(): Promise<boolean> {
    const { roomId } = this.#stream.state
    const answer = await this.#transport.request('thread:list', { roomId })
    if (!answer.ok) return false
    this.followed = answer.threads
    for (const { root, lastReadSeq } of answer.threads)
      this.#told.set(root.id, Math.max(this.#told.get(root.id) ?? 0, lastReadSeq))
    this.#tellSoon()
    this.#on.changed()
    return true
  }

  /** The thread whose end its reader sees; whoever leaves one has read it. */
  lookAt(threadId: string | null) {
    if (threadId === this.#looking) return
    this.#tellNow()
    this.#looking = threadId
    this.#tellSoon()
  }

  #newest(threadId: string) {
    const { threads } = this.#stream.state
    return threads[threadId]?.messages.at(-1)?.seq ?? 0
  }

  #tellSoon() {
    const threadId = this.#looking
    if (this.#stopTelling || !threadId) return
    if (this.#newest(threadId) <= (this.#told.get(threadId) ?? 0)) return
    this.#stopTelling = this.#clock.after(throttle, () => {
      this.#stopTelling = undefined
      void this.#tell(threadId)
    })
  }

  async #tell(threadId: string) {
    const { roomId } = this.#stream.state
    const seq = this.#newest(threadId)
    const answer = await this.#transport.request('thread:read', { roomId, threadId, seq })
    if (!answer.ok) return
    this.#told.set(threadId, Math.max(seq, answer.lastReadSeq))
    this.followed =
      this.followed?.map((one) =>
        one.root.id === threadId && this.#newest(threadId) <= seq
          ? { ...one, unread: 0, mentions: 0, lastReadSeq: seq }
          : one,
      ) ?? null
    this.#on.changed()
    this.#tellSoon()
  }
}
