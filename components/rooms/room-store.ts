import type { Transport } from '@/components/realtime/transport'
import type { ReactionName } from '@/contracts/inputs'
import type { MessageView, PersonView, RoomEvent } from '@/contracts/realtime'
import type { RoomPage } from '@/contracts/views'
import { startRoomState } from './apply-room-events'
import { type Clock, realClock } from './clock'
import type { Shelf } from './kept-text'
import { OlderMessages } from './older-messages'
import { OptimisticChanges } from './optimistic-changes'
import { Outbox, type Pending } from './outbox'
import { ReadMark } from './read-mark'
import { RoomNews } from './room-news'
import { RoomStream } from './room-stream'
import { RoomThreads } from './room-threads'
import type { RoomView } from './room-view'
import { TypingList } from './typing-list'

type Options = {
  page: RoomPage
  me: PersonView
  transport: Transport
  shelf?: Shelf
  clock?: Clock
  /** Asks for the page anew: too much has passed to know who is on the team. */
  reload?: () => void
}

/** Everything that one open room knows and can do, outside React: see `getView` and `subscribe`. */
export class RoomStore {
  readonly me: PersonView
  readonly roomId: string
  readonly project: RoomPage['project']
  /** The tab's one connection, for what lives beside the conversation. */
  readonly transport: Transport
  readonly #stream: RoomStream
  readonly #outbox: Outbox
  readonly #mark: ReadMark
  readonly #changes: OptimisticChanges
  readonly #typing: TypingList
  readonly #subscribers = new Set<() => void>()
  readonly #news: RoomNews
  readonly #older: OlderMessages
  readonly #threads: RoomThreads
  #stops: (() => void)[] = []
  #view: RoomView | undefined

  constructor({ page, me, transport, shelf, reload, clock = realClock }: Options) {
    this.me = me
    this.roomId = page.id
    this.project = page.project
    this.transport = transport
    const changed = () => this.#changed()
    const state = startRoomState(page)
    this.#stream = new RoomStream(state, transport, clock, {
      advanced: (events, live) => this.#advanced(events, live),
      read: (seq) => {
        this.#mark.learn(seq, this.#stream.state)
        this.#mark.look(this.#stream.state)
      },
      startedAfresh: () => {
        this.#mark.startAfresh(this.#stream.state)
        this.#older.giveUp()
        this.#threads.startAfresh()
        this.#outbox.settle(this.#stream.state.messages)
        reload?.()
      },
      changed,
    })
    this.#outbox = new Outbox({ roomId: page.id, personId: me.id, shelf }, transport, clock, {
      changed,
      stored: (event) => {
        this.#stream.heard(event.seq)
        this.#stream.receive([event])
        this.#outbox.settle(this.#stream.state.messages)
        // A reply is in no list unless its thread is open: once its event is applied, it has arrived.
        if (event.seq <= this.#stream.state.seq) this.#outbox.settle(messagesIn([event]))
      },
    })
    const { lastReadSeq } = page
    this.#mark = new ReadMark({ personId: me.id, lastReadSeq, state }, transport, clock)
    this.#changes = new OptimisticChanges(page.id, transport, {
      changed,
      answered: (seq) => this.#stream.heard(seq),
    })
    this.#typing = new TypingList(clock, changed)
    const pathOf = (id: string) =>
      this.#stream.state.documents.find((one) => one.id === id)?.path ?? 'a file'
    this.#news = new RoomNews(me.id, pathOf)
    this.#older = new OlderMessages(this.#stream, transport, changed)
    this.#threads = new RoomThreads(this.#stream, transport, clock, changed)
  }

  start() {
    const mine = (roomId: string) => roomId === this.roomId
    this.#stops = [
      this.transport.on('room:advanced', ({ roomId, events }) => {
        if (mine(roomId)) this.#stream.receive(events)
      }),
      this.transport.on('presence:changed', ({ roomId, present }) => {
        if (!mine(roomId)) return
        this.#stream.present = present
        this.#changed()
      }),
      this.transport.on('typing:started', ({ roomId, personId, name }) => {
        if (mine(roomId) && personId !== this.me.id) this.#typing.add(personId, name)
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
          this.#outbox.hurry()
          this.#threads.listSoon()
        } else {
          this.#stream.present = []
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
    this.#mark.stop(this.roomId)
    this.#typing.stop()
    this.#threads.stop()
    void this.transport.request('room:leave', { roomId: this.roomId })
  }

  /** A page that the server rendered anew: the stream is quicker with messages, not with the rest. */
  adopt(page: RoomPage) {
    const { state } = this.#stream
    if (page.seq >= state.seq) {
      const { people, documents, runs, wheel, versions, marks, tasks, pins } = startRoomState(page)
      const beside = { people, documents, runs, wheel, versions, marks, tasks, pins }
      this.#stream.state = { ...state, ...beside }
      this.#stream.heard(page.seq)
    }
    this.#mark.learn(page.lastReadSeq, state)
    this.#changed()
  }

  /** @param threadId the message in whose thread it stands; null for the main list */
  send(body: string, replyTo: Pending['replyTo'], threadId: string | null = null) {
    this.#typing.sent()
    if (!threadId) this.#mark.divider = null
    this.#outbox.add(body, replyTo, threadId)
  }

  /** Whether this page itself sent a message: its author wants to know that it arrived. */
  sentHere = (clientId: string) => this.#outbox.sent.has(clientId)
  retry = (clientId: string) => this.#outbox.retry(clientId)
  discard = (clientId: string) => this.#outbox.drop([clientId])
  edit = (messageId: string, body: string) => this.#changes.edit(messageId, body)
  remove = (messageId: string) => this.#changes.remove(messageId)
  restore = (message: MessageView) => this.#changes.restore(message)
  toggleReaction = (message: MessageView, reaction: ReactionName) =>
    this.#changes.toggle(message, reaction, this.me.id)

  typing() {
    if (this.#typing.shouldTell()) this.transport.hint('typing:start', { roomId: this.roomId })
  }

  setAttentive(attentive: boolean) {
    this.#mark.setAttentive(attentive, this.#stream.state)
    this.#changed()
  }

  /** Reads one page of older messages. False when that failed or there is none. */
  loadOlder = () => this.#older.load()

  openThread = (threadId: string) => this.#threads.open(threadId)
  loadOlderReplies = (threadId: string) => this.#threads.loadOlder(threadId)
  /** Which thread its reader sees to the end at this moment. */
  lookAtThread = (threadId: string | null) => this.#threads.lookAt(threadId)
  listThreads = () => this.#threads.list()

  #advanced(events: RoomEvent[], live: boolean) {
    this.#older.passed(events)
    this.#threads.passed(events)
    for (const event of events)
      if (event.kind === 'message:created') this.#typing.remove(event.message.author.id)
    this.#news.tell(events, live, this.#stream.state.versions)
    this.#outbox.settle(messagesIn(events))
    this.#mark.look(this.#stream.state)
  }

  subscribe = (listener: () => void) => {
    this.#subscribers.add(listener)
    return () => {
      this.#subscribers.delete(listener)
    }
  }

  getView = (): RoomView => {
    const { state, present, phase } = this.#stream
    const over = (messages: MessageView[]) => this.#changes.over(messages, state.seq)
    this.#view ??= {
      messages: over(state.messages),
      threads: this.#threads.over(over),
      followed: this.#threads.followed,
      pins: state.pins,
      pending: this.#outbox.entries,
      notices: this.#news.notices,
      people: state.people,
      documents: state.documents,
      runs: state.runs,
      wheel: state.wheel,
      versions: state.versions,
      marks: state.marks,
      tasks: state.tasks,
      present: new Set(present),
      typing: this.#typing.people,
      unread: this.#mark.unread(state),
      mentions: this.#mark.mentions(state),
      divider: this.#mark.divider,
      more: state.more,
      loading: this.#older.loading,
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

const messagesIn = (events: RoomEvent[]) =>
  events.flatMap((event) => (event.kind === 'message:created' ? [event.message] : []))
