import { randomUUID } from 'node:crypto'
import type { UploadFile } from '@/components/attachments/upload-file'
import type {
  Answer,
  ConnectionStatus,
  Heard,
  Payload,
  Refusal,
  Request,
  Transport,
} from '@/components/realtime/transport'
import { applyRoomEvents, startRoomState } from '@/components/rooms/apply-room-events'
import type { Clock } from '@/components/rooms/clock'
import type { Shelf } from '@/components/rooms/kept-text'
import { RoomStore } from '@/components/rooms/room-store'
import type { DraftView } from '@/contracts/drafts'
import type { PollInput } from '@/contracts/inputs'
import { type PollView, startPoll } from '@/contracts/polls'
import type {
  MessagesPage,
  MessageView,
  PersonView,
  ReadMarkView,
  RoomEvent,
  UnreadView,
} from '@/contracts/realtime'
import type { RoomPage } from '@/contracts/views'

type Draft = RoomEvent extends infer Event
  ? Event extends RoomEvent
    ? Omit<Event, 'roomId' | 'seq' | 'at'>
    : never
  : never

export const personNamed = (name: string): PersonView => ({
  id: randomUUID(),
  handle: name.toLowerCase(),
  name,
  line: 1,
})

/** Lets everything that is already due happen. */
export const settle = () => new Promise<void>((resolve) => setImmediate(resolve))

export class FakeClock implements Clock {
  #now = 1_000_000
  #timers = new Set<{ at: number; run: () => void }>()
  now = () => this.#now
  after = (milliseconds: number, run: () => void) => {
    const timer = { at: this.#now + milliseconds, run }
    this.#timers.add(timer)
    return () => {
      this.#timers.delete(timer)
    }
  }
  async advance(milliseconds: number) {
    await settle()
    this.#now += milliseconds
    for (const timer of [...this.#timers].sort((one, other) => one.at - other.at))
      if (timer.at <= this.#now && this.#timers.delete(timer)) timer.run()
    await settle()
  }
}

export class FakeShelf implements Shelf {
  readonly #texts = new Map<string, string>()
  get length() {
    return this.#texts.size
  }
  key = (place: number) => [...this.#texts.keys()][place] ?? null
  getItem = (key: string) => this.#texts.get(key) ?? null
  setItem = (key: string, text: string) => void this.#texts.set(key, text)
  removeItem = (key: string) => void this.#texts.delete(key)
}

const unavailable: Refusal = { ok: false, code: 'Unavailable', message: 'No answer.' }

/** One person's connection to the room; every fault is switched on by the test. */
export class FakeConnection implements Transport {
  readonly asked: { name: Request; input: Record<string, unknown> }[] = []
  /** Answers in the server's stead; undefined lets the request through. */
  refuse: (name: Request, input: Record<string, unknown>) => Refusal | undefined = () => undefined
  /** The server acts, but its answer is lost. */
  loses: (name: Request) => boolean = () => false
  /** What a broadcast goes through on its way here. */
  way: (events: RoomEvent[]) => RoomEvent[][] = (events) => [events]
  joined = false
  #status: ConnectionStatus = 'online'
  readonly #listeners = new Map<string, Set<(payload: never) => void>>()

  constructor(
    readonly room: FakeRoom,
    readonly person: PersonView,
  ) {
    room.connections.add(this)
  }

  async request<Name extends Request>(name: Name, input: object): Promise<Answer<Name>> {
    const fields = input as Record<string, unknown>
    if (this.#status !== 'online') return unavailable
    this.asked.push({ name, input: fields })
    await Promise.resolve()
    const refusal = this.refuse(name, fields)
    if (refusal) return refusal
    const answer = this.room.answer(this, name, fields)
    return (this.loses(name) ? unavailable : answer) as Answer<Name>
  }
  hint() {}
  on<Name extends Heard>(name: Name, listener: (payload: Payload<Name>) => void) {
    const listeners = this.#listeners.get(name) ?? new Set()
    this.#listeners.set(name, listeners)
    listeners.add(listener as (payload: never) => void)
    return () => {
      listeners.delete(listener as (payload: never) => void)
    }
  }
  tell<Name extends Heard>(name: Name, payload: Payload<Name>) {
    for (const listener of this.#listeners.get(name) ?? []) listener(payload as never)
  }
  broadcast(events: RoomEvent[]) {
    if (!this.joined) return
    for (const batch of this.way(events))
      if (batch.length > 0) this.tell('room:advanced', { roomId: this.room.id, events: batch })
  }
  status = () => this.#status
  onStatus(listener: () => void) {
    return this.on('status' as Heard, listener)
  }
  setStatus(status: ConnectionStatus) {
    this.#status = status
    if (status !== 'online') this.joined = false
    for (const listener of this.#listeners.get('status') ?? []) (listener as () => void)()
  }
}

const placeOf = ({ id: messageId, seq: messageSeq, author, threadId }: MessageView) => ({
  ...{ messageId, messageSeq, authorId: author.id, threadId },
})

/** The room's truth, as the server keeps it. */
export class FakeRoom {
  readonly id = randomUUID()
  events: RoomEvent[] = []
  pageSize = 200
  limit = 2000
  loadSize = 50
  keptUnread = 500
  reads = new Map<string, ReadMarkView>()
  drafts = new Map<string, DraftView>()
  readonly connections = new Set<FakeConnection>()

  append(draft: Draft): RoomEvent {
    const seq = this.events.length + 1
    const at = new Date(1_700_000_000_000 + seq * 1000).toISOString()
    const event = { ...draft, roomId: this.id, seq, at } as RoomEvent
    if (event.kind === 'message:created') event.message.seq = seq
    this.events.push(event)
    for (const connection of this.connections) connection.broadcast([event])
    return event
  }
  say(
    author: PersonView,
    body: string,
    clientId: string = randomUUID(),
    threadId: string | null = null,
    mentions: string[] = [],
    poll: PollView | null = null,
  ): RoomEvent {
    const first = this.events.find(
      (one) => one.kind === 'message:created' && one.message.clientId === clientId,
    )
    if (first) return first
    const createdAt = new Date(1_700_000_000_000 + this.events.length * 1000).toISOString()
    const plain = { replyTo: null, threadId, thread: null, mentions, here: false }
    const fixed = {
      ...{ ...plain, createdAt, editedAt: null, deleted: false },
      ...{ reactions: [], attachments: [], poll },
    }
    const message = { id: randomUUID(), clientId, seq: 0, author, body, ...fixed }
    return this.append({ kind: 'message:created', message })
  }

  edit(message: MessageView, body: string, mentions: string[] = []): RoomEvent {
    const text = { body, mentions, here: false, editedAt: message.createdAt }
    return this.append({ kind: 'message:edited', ...placeOf(message), ...text })
  }
  remove(message: MessageView): RoomEvent {
    const { messageId, messageSeq, threadId } = placeOf(message)
    return this.append({
      ...{ kind: 'message:deleted', messageId, messageSeq, threadId, thread: null },
    })
  }
  restore(message: MessageView, body: string, mentions: string[] = []): RoomEvent {
    const text = { body, mentions, here: false, attachments: [], poll: null, thread: null }
    return this.append({ kind: 'message:restored', ...placeOf(message), ...text })
  }

  /** The room as the server would render it; `count` newest messages. */
  page(count = 50, personId = ''): RoomPage {
    const turn = { driverId: null, rotation: null, endsAt: null, pausedMs: null, askedById: null }
    const wheel = { ...turn, pingPong: false }
    const beside = { versions: [], marks: [], tasks: [], pins: [] }
    const nothing = {
      steps: [],
      people: [],
      messages: [],
      documents: [],
      runs: [],
      wheel,
      ...beside,
    }
    const standing = { muted: null, mutedFor: null, waitFor: 0 }
    const viewer = { moderates: false, level: 'all', standing } as const
    const draft = this.draftOf(personId, null)
    const kind = 'project' as const
    const place = { kind, step: null, seats: 0, viewer, slowSeconds: 0, draft, reads: [] }
    const neighbours = { previous: null, next: null }
    const empty = {
      id: this.id,
      title: 'Tidewatch',
      project: null,
      ...place,
      ...nothing,
      neighbours,
    }
    const none = { count: 0, numbers: [] }
    const counts = { messages: none, mentions: none, since: null }
    const start = { ...empty, unread: { seq: 0, ...this.markOf(personId), ...counts } }
    const { messages } = applyRoomEvents(
      startRoomState({ ...start, more: false, seq: 0 }),
      this.events,
    )
    return {
      ...empty,
      messages: messages.slice(-count),
      more: messages.length > count,
      seq: this.events.length,
      unread: this.#unread(messages, personId),
    }
  }

  draftOf(personId: string, threadId: string | null): DraftView {
    const kept = this.drafts.get(threadId ? `${personId}:${threadId}` : personId)
    return kept ?? { body: '', replyTo: null, version: 0 }
  }

  unread = (personId: string) => this.page(0, personId).unread

  /** What a person has not read, counted from the whole log. */
  #unread(main: MessageView[], personId: string): UnreadView {
    const { lastReadSeq, epoch } = this.markOf(personId)
    const unread = main.filter(
      ({ author, seq, deleted }) => author.id !== personId && seq > lastReadSeq && !deleted,
    )
    const count = (messages: MessageView[]) => ({
      count: messages.length,
      numbers: messages.map(({ seq }) => seq).slice(-this.keptUnread),
    })
    const mentions = count(unread.filter((one) => one.mentions.includes(personId)))
    const since = unread[0]?.createdAt ?? null
    const at = { seq: this.events.length, lastReadSeq, epoch }
    return { ...at, messages: count(unread), since, mentions }
  }

  markOf(personId: string): ReadMarkView {
    return this.reads.get(personId) ?? { lastReadSeq: 0, epoch: 0 }
  }
  mark(personId: string, mark: ReadMarkView) {
    this.reads.set(personId, mark)
    for (const connection of this.connections)
      if (connection.person.id === personId && connection.status() === 'online')
        connection.tell('read:moved', { roomId: this.id, ...mark })
    return { ok: true, ...mark }
  }

  /** A page of `loadSize` messages, as the server cuts it. */
  load(input: Record<string, unknown>): MessagesPage | null {
    const all = this.page(Number.POSITIVE_INFINITY).messages
    const cut = (from: number, to: number, target: string | null = null) => ({
      messages: all.slice(Math.max(from, 0), to),
      more: from > 0,
      newer: to < all.length,
      ...{ target, threadId: null },
    })
    const placeOf = (has: (message: MessageView) => boolean) => {
      const at = all.findIndex(has)
      return at < 0 ? all.length : at
    }
    const size = this.loadSize
    if ('beforeSeq' in input) {
      const end = placeOf(({ seq }) => seq >= Number(input.beforeSeq))
      return cut(end - size, end)
    }
    if ('afterSeq' in input) {
      const start = placeOf(({ seq }) => seq > Number(input.afterSeq))
      return cut(start, start + size)
    }
    if ('aroundId' in input && !all.some(({ id }) => id === input.aroundId)) return null
    const at = placeOf(({ id, seq, createdAt }) =>
      'aroundId' in input
        ? id === input.aroundId
        : 'aroundSeq' in input
          ? seq >= Number(input.aroundSeq)
          : createdAt >= String(input.aroundTime),
    )
    const half = size >> 1
    return cut(at - half, at + half, (all[at] ?? all.at(-1))?.id ?? null)
  }

  answer(from: FakeConnection, name: Request, input: Record<string, unknown>): unknown {
    const seq = this.events.length
    const personId = from.person.id
    switch (name) {
      case 'room:join': {
        from.joined = true
        const after = Number(input.afterSeq)
        const events = this.events.slice(after, after + this.pageSize)
        const startAfresh = after > seq || seq - after > this.limit
        const presence = { present: [], away: [], count: 0 }
        const common = { ok: true, seq, ...presence, unread: this.unread(personId) }
        if (startAfresh) return { ...common, events: [], more: false, startAfresh }
        return { ...common, events, more: after + events.length < seq, startAfresh }
      }
      case 'room:load': {
        const page = this.load(input)
        return page ? { ok: true, ...page } : { ok: false, code: 'NotFound', message: '' }
      }
      case 'room:read': {
        const { lastReadSeq, epoch } = this.markOf(personId)
        const seen = Math.min(Number(input.seq), seq)
        if (seen <= lastReadSeq || input.epoch !== epoch) return { ok: true, lastReadSeq, epoch }
        return this.mark(personId, { lastReadSeq: seen, epoch })
      }
      case 'room:mark-unread': {
        const { lastReadSeq, epoch } = this.markOf(personId)
        const target = this.page(Number.POSITIVE_INFINITY).messages.find(
          ({ id }) => id === input.messageId,
        )
        if (!target) return { ok: false, code: 'NotFound', message: '' }
        return this.mark(personId, {
          lastReadSeq: Math.min(lastReadSeq, target.seq - 1),
          epoch: epoch + 1,
        })
      }
      case 'message:send':
        return {
          ok: true,
          event: this.say(
            from.person,
            String(input.body),
            String(input.clientId),
            (input.threadId as string | null) ?? null,
            [],
            input.poll ? startPoll(input.poll as PollInput) : null,
          ),
        }
      case 'poll:vote': {
        const [messageId, choices] = [String(input.messageId), input.choices as number[]]
        const event = this.append({ kind: 'poll:voted', messageId, personId, choices })
        return { ok: true, seq: event.seq }
      }
      case 'poll:close':
        return {
          ok: true,
          seq: this.append({ kind: 'poll:closed', messageId: String(input.messageId) }).seq,
        }
      case 'message:edit': {
        const target = this.page(Number.POSITIVE_INFINITY).messages.find(
          ({ id }) => id === input.messageId,
        )
        if (!target) return { ok: false, code: 'NotFound', message: '' }
        const event = this.edit(target, String(input.body))
        return { ok: true, seq: event.seq }
      }
      case 'draft:save': {
        const threadId = (input.threadId as string | null) ?? null
        const stored = this.draftOf(personId, threadId)
        if (stored.version > Number(input.version)) return { ok: true, draft: stored, saved: false }
        const draft = { body: String(input.body), replyTo: null, version: stored.version + 1 }
        this.drafts.set(threadId ? `${personId}:${threadId}` : personId, draft)
        for (const other of this.connections)
          if (other !== from && other.person.id === personId)
            other.tell('draft:changed', { roomId: this.id, threadId, draft })
        return { ok: true, draft, saved: true }
      }
      case 'room:standing':
        return { ok: true, standing: { muted: null, mutedFor: null, waitFor: 0 } }
      case 'thread:list':
        return { ok: true, threads: [] }
      case 'thread:load': {
        const threadId = String(input.threadId)
        const created = this.events.flatMap((event) =>
          event.kind === 'message:created' ? [event.message] : [],
        )
        const root = created.find(({ id }) => id === threadId)
        const messages = created.filter((one) => one.threadId === threadId)
        const draft = this.draftOf(personId, threadId)
        return { ok: true, root, messages, more: false, seq, draft }
      }
      default:
        return { ok: true, seq }
    }
  }
}

/** Someone in the room, with a device of their own. */
export function enter(
  room: FakeRoom,
  me: PersonView,
  options: {
    page?: RoomPage
    shelf?: FakeShelf
    clock?: FakeClock
    reload?: () => void
    upload?: UploadFile
  } = {},
) {
  const clock = options.clock ?? new FakeClock()
  const shelf = options.shelf ?? new FakeShelf()
  const connection = new FakeConnection(room, me)
  const page = options.page ?? room.page(50, me.id)
  const store = new RoomStore({
    page,
    me,
    transport: connection,
    shelf,
    clock,
    reload: options.reload,
    upload: options.upload,
  })
  store.start()
  return { store, connection, clock, shelf }
}

export const bodiesOf = (store: RoomStore) => store.getView().messages.map(({ body }) => body)
