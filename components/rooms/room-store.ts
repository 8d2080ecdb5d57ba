import type { UploadFile } from '@/components/attachments/upload-file'
import { Uploads } from '@/components/attachments/uploads'
import type { Transport } from '@/components/realtime/transport'
import type { PollInput } from '@/contracts/inputs'
import type { MessageView, PersonView, ReadView, RoomEvent, UnreadView } from '@/contracts/realtime'
import type { RoomPage } from '@/contracts/views'
import { startRoomState } from './apply-room-events'
import { type Clock, realClock } from './clock'
import type { Shelf } from './kept-text'
import { type JumpTarget, MessageRange } from './message-range'
import { trimWindow } from './message-window'
import { OptimisticChanges } from './optimistic-changes'
import { Outbox, type Pending } from './outbox'
import { ReadMark } from './read-mark'
import { RoomDrafts } from './room-drafts'
import { RoomNews } from './room-news'
import { nobody, RoomStream } from './room-stream'
import { RoomThreads } from './room-threads'
import { knownPeople, type RoomView } from './room-view'
import { Standing } from './standing'
import { TypingList } from './typing-list'
import { firstUnread } from './unread-count'

type Options = {
  page: RoomPage
  me: PersonView
  transport: Transport
  shelf?: Shelf
  clock?: Clock
  /** How a file gets to the server. */
  upload?: UploadFile
  /** Asks for the page anew: too much has passed to know who is on the team. */
  reload?: () => void
}

/** Everything that one open room knows and can do, outside React: see `getView` and `subscribe`. */
export class RoomStore {
  readonly me: PersonView
  readonly roomId: string
  readonly kind: RoomPage['kind']
  readonly project: RoomPage['project']
  /** The tab's one connection, for what lives beside the conversation. */
  readonly transport: Transport
  /** Files beside the draft, and of messages that wait for them. */
  readonly uploads: Uploads
  readonly #stream: RoomStream
  readonly #outbox: Outbox
  readonly #mark: ReadMark
  readonly #changes: OptimisticChanges
  readonly #typing: TypingList
  readonly #subscribers = new Set<() => void>()
  readonly #news: RoomNews
  readonly #standing: Standing
  readonly drafts: RoomDrafts
  readonly #range: MessageRange
  readonly #threads: RoomThreads
  #atEnd = true
  #reads: ReadonlyMap<string, number> = new Map()
  #stops: (() => void)[] = []
  #view: RoomView | undefined
  /** The last count of what is unread that the server told. */
  #told: UnreadView | undefined

  constructor({ page, me, transport, shelf, reload, upload, clock = realClock }: Options) {
    this.me = me
    this.roomId = page.id
    this.kind = page.kind
    this.project = page.project
    this.transport = transport
    const changed = () => this.#changed()
    const state = startRoomState(page)
    this.#stream = new RoomStream(state, transport, clock, {
      advanced: (events, live) => this.#advanced(events, live),
      read: (unread) => {
        this.#told = unread
        this.#mark.learn(unread, this.#stream.state)
      },
      startedAfresh: () => {
        this.#mark.startAfresh(this.#stream.state, this.#told)
        this.#range.giveUp()
        this.#threads.startAfresh()
        this.#outbox.settle(this.#stream.state.messages)
        reload?.()
      },
      changed,
    })
    this.uploads = new Uploads(page.id, () => void this.#outbox.flush(), upload)
    const place = { roomId: page.id, personId: me.id, shelf }
    this.#outbox = new Outbox(place, this.uploads, transport, clock, {
      changed,
      stored: (event) => {
        this.#standing.spoke(this.#stream.state.slowSeconds)
        this.#stream.heard(event.seq)
        this.#stream.receive([event])
        // In the room, whether or not the part at hand shows it.
        if (event.kind === 'message:created' && event.seq <= this.#stream.state.seq)
          this.#outbox.drop([event.message.clientId])
      },
    })
    const { unread } = page
    const first = page.messages[0]?.seq ?? 0
    const held = page.more && (firstUnread(unread) ?? 0) < first
    const start = { roomId: page.id, personId: me.id, unread, held }
    const uncertain = () => void this.#stream.catchUp()
    this.#mark = new ReadMark(start, transport, clock, { changed, uncertain })
    this.#changes = new OptimisticChanges(page.id, transport, {
      changed,
      answered: (seq) => this.#stream.heard(seq),
    })
    this.#typing = new TypingList(clock, changed)
    const pathOf = (id: string) =>
      this.#stream.state.documents.find((one) => one.id === id)?.path ?? 'a file'
    this.#news = new RoomNews(me.id, pathOf)
    this.#range = new MessageRange(this.#stream, transport, changed)
    this.#standing = new Standing(page, transport, clock, changed)
    this.#learnReads(page.reads)
    this.drafts = new RoomDrafts(place, page.draft, transport, clock)
    this.#threads = new RoomThreads(this.#stream, transport, clock, {
      changed,
      opened: (threadId, draft) => this.drafts.opened(threadId, draft),
    })
  }

  start() {
    const mine = (roomId: string) => roomId === this.roomId
    this.#stops = [
      this.transport.on('room:advanced', ({ roomId, events }) => {
        if (mine(roomId)) this.#stream.receive(events)
      }),
      this.transport.on('presence:changed', ({ roomId, ...presence }) => {
        if (!mine(roomId)) return
        this.#stream.presence = presence
        this.#changed()
      }),
      this.transport.on('reads:changed', ({ roomId, reads }) => {
        if (mine(roomId)) this.#learnReads(reads)
      }),
      this.transport.on('typing:started', ({ roomId, personId, name }) => {
        if (mine(roomId) && personId !== this.me.id) this.#typing.add(personId, name)
      }),
      this.transport.on('draft:changed', ({ roomId, threadId, draft }) => {
        if (mine(roomId)) this.drafts.of(threadId)?.heard(draft)
      }),
      this.transport.on('seat:changed', ({ roomId }) => {
        if (mine(roomId)) void this.#standing.ask()
      }),
      this.transport.on('read:moved', ({ roomId, ...mark }) => {
        if (mine(roomId)) this.#mark.moved(mark)
      }),
      // Another device has read, or something concerns one: what is unread in threads is counted anew.
      this.transport.on('room:unread', ({ roomId }) => {
        if (roomId && mine(roomId)) this.#threads.listSoon()
      }),
      this.transport.on('room:closed', ({ roomId }) => {
        if (mine(roomId)) this.#stream.end('closed')
      }),
      this.transport.onStatus(() => {
        if (this.transport.status() === 'online') {
          void this.#stream.catchUp()
          void this.#standing.ask()
          this.drafts.save()
          this.#outbox.hurry()
          this.#threads.listSoon()
        } else {
          this.#stream.presence = nobody
          this.#changed()
        }
      }),
    ]
    this.#stream.start()
    this.#threads.start()
    this.#outbox.start()
    this.#outbox.settle(this.#stream.state.messages)
  }

  stop() {
    for (const stop of this.#stops) stop()
    this.#stream.stop()
    this.#outbox.stop()
    this.#mark.stop()
    this.#typing.stop()
    this.#standing.stop()
    this.drafts.stop()
    this.#threads.stop()
    void this.transport.request('room:leave', { roomId: this.roomId })
  }

  /** A page that the server rendered anew: the stream is quicker with messages, not with the rest. */
  adopt(page: RoomPage) {
    const { state } = this.#stream
    if (page.seq >= state.seq) {
      const { people, slowSeconds, documents, runs, wheel, versions, marks, tasks, pins } =
        startRoomState(page)
      const beside = { people, slowSeconds, documents, runs, wheel, versions, marks, tasks, pins }
      this.#stream.state = { ...state, ...beside }
      this.#stream.heard(page.seq)
    }
    this.#mark.learn(page.unread, this.#stream.state)
    this.#standing.learn(page.viewer.standing)
    this.drafts.main.heard(page.draft)
    this.#learnReads(page.reads)
    this.#changed()
  }

  /**
   * Sends what was written, with the files beside it.
   * @param threadId the message in whose thread it stands; null for the main list
   */
  send(body: string, replyTo: Pending['replyTo'], threadId: string | null = null) {
    this.#typing.sent()
    if (!threadId) this.markRead()
    this.#outbox.add(body, replyTo, threadId, this.uploads.take(threadId))
  }

  /** Asks a poll. Files beside the draft wait for what is written next. */
  ask(question: string, poll: PollInput, threadId: string | null = null) {
    if (!threadId) this.markRead()
    this.#outbox.add(question, null, threadId, [], poll)
  }

  /** Everything that has come in is read. */
  markRead() {
    this.#mark.readAll(this.#stream.state)
    this.#changed()
  }

  /** Makes a message and what follows unread again. Resolves to what went wrong, in a sentence. */
  async markUnread(messageId: string): Promise<string | undefined> {
    const input = { roomId: this.roomId, messageId }
    const answer = await this.transport.request('room:mark-unread', input)
    if (!answer.ok) return answer.message
    this.#mark.moved(answer)
    return undefined
  }

  /** Whether this page itself sent a message: its author wants to know that it arrived. */
  sentHere = (clientId: string) => this.#outbox.sent.has(clientId)
  retry = (clientId: string) => this.#outbox.retry(clientId)
  discard = (clientId: string) => this.#outbox.discard(clientId)
  edit = (messageId: string, body: string) => this.#changes.edit(messageId, body)
  remove = (messageId: string) => this.#changes.remove(messageId)
  restore = (message: MessageView) => this.#changes.restore(message)
  toggleReaction = (message: MessageView, emoji: string) =>
    this.#changes.toggle(message, emoji, this.me.id)
  /** Sets all that one chooses in a poll. */
  vote = (messageId: string, choices: number[]) =>
    this.#changes.vote(messageId, choices, this.me.id)
  closePoll = (messageId: string) => this.#changes.closePoll(messageId)

  typing() {
    if (this.#typing.shouldTell()) this.transport.hint('typing:start', { roomId: this.roomId })
  }

  /** Where its reader is: at the live end of the conversation or not, in a page that is visible or not. */
  look(atEnd: boolean, visible: boolean) {
    this.#atEnd = atEnd && !this.#stream.state.newer
    this.#mark.look(this.#atEnd, visible, this.#stream.state)
    this.#changed()
  }

  /** Whether a message is among those at hand. */
  has = (messageId: string) => this.#stream.state.messages.some(({ id }) => id === messageId)
  loadOlder = () => this.#range.loadOlder()
  loadNewer = () => this.#range.loadNewer()
  jump = (target: JumpTarget) => this.#range.jump(target)
  toLatest = () => this.#range.toLatest()

  openThread = (threadId: string) => this.#threads.open(threadId)
  loadOlderReplies = (threadId: string) => this.#threads.loadOlder(threadId)
  /** Which thread its reader sees to the end at this moment. */
  lookAtThread = (threadId: string | null) => this.#threads.lookAt(threadId)
  listThreads = () => this.#threads.list()

  #advanced(events: RoomEvent[], live: boolean) {
    this.#range.passed(events)
    this.#threads.passed(events)
    const mine: string[] = []
    for (const event of events) {
      if (event.kind !== 'message:created') continue
      const { author, clientId } = event.message
      this.#typing.remove(author.id)
      if (author.id === this.me.id) mine.push(clientId)
    }
    this.#outbox.drop(mine)
    this.#news.tell(events, live, this.#stream.state.versions)
    this.#stream.state = trimWindow(this.#stream.state, this.#atEnd ? 'oldest' : 'newest')
    this.#mark.advanced(events, this.#stream.state)
  }

  /** A mark never goes back, whatever overtakes what. */
  #learnReads(reads: ReadView[]) {
    const next = new Map(this.#reads)
    for (const { personId, seq } of reads)
      if (personId !== this.me.id) next.set(personId, Math.max(seq, next.get(personId) ?? 0))
    this.#reads = next
    this.#changed()
  }

  subscribe = (listener: () => void) => {
    this.#subscribers.add(listener)
    return () => {
      this.#subscribers.delete(listener)
    }
  }

  getView = (): RoomView => {
    const { state, presence, phase } = this.#stream
    const over = (messages: MessageView[]) => this.#changes.over(messages, state.seq)
    this.#view ??= {
      messages: over(state.messages),
      threads: this.#threads.over(over),
      followed: this.#threads.followed,
      pins: state.pins,
      known: knownPeople(this.kind, state),
      pending: this.#outbox.entries,
      notices: this.#news.notices,
      people: state.people,
      documents: state.documents,
      runs: state.runs,
      wheel: state.wheel,
      versions: state.versions,
      marks: state.marks,
      tasks: state.tasks,
      present: new Set(presence.present),
      away: new Set(presence.away),
      count: presence.count,
      reads: this.#reads,
      typing: this.#typing.people,
      slowSeconds: state.slowSeconds,
      standing: this.#standing.view,
      unread: this.#mark.count,
      mentions: this.#mark.mentions,
      firstUnread: this.#mark.first,
      unreadSince: this.#mark.unread.since,
      lastReadSeq: this.#mark.seen,
      divider: this.#mark.divider,
      more: state.more,
      newer: state.newer,
      loading: this.#range.loading,
      phase,
      spoken: this.#news.spoken,
    }
    return this.#view
  }

  #changed() {
    this.#view = undefined
    for (const listener of this.#subscribers) listener()
  }
}
