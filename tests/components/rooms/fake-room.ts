import { randomUUID } from 'node:crypto'
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
import type { PersonView, RoomEvent } from '@/contracts/realtime'
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

/** The room's truth, as the server keeps it. */
export class FakeRoom {
  readonly id = randomUUID()
  events: RoomEvent[] = []
  pageSize = 200
  limit = 2000
  reads = new Map<string, number>()
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
  ): RoomEvent {
    const first = this.events.find(
      (one) => one.kind === 'message:created' && one.message.clientId === clientId,
    )
    if (first) return first
    const createdAt = new Date(1_700_000_000_000 + this.events.length * 1000).toISOString()
    const plain = { replyTo: null, threadId, thread: null, mentions: [], here: false }
    const fixed = { ...plain, createdAt, editedAt: null, deleted: false, reactions: [] }
    const message = { id: randomUUID(), clientId, seq: 0, author, body, ...fixed }
    return this.append({ kind: 'message:created', message })
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
    const empty = { id: this.id, title: 'Tidewatch', project: null, ...nothing }
    const start = startRoomState({ ...empty, more: false, seq: 0, lastReadSeq: 0 })
    const { messages } = applyRoomEvents(start, this.events)
    return {
      ...empty,
      messages: messages.slice(-count),
      more: messages.length > count,
      seq: this.events.length,
      lastReadSeq: this.reads.get(personId) ?? 0,
    }
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
        const common = { ok: true, seq, present: [], lastReadSeq: this.reads.get(personId) ?? 0 }
        if (startAfresh) return { ...common, events: [], more: false, startAfresh }
        return { ...common, events, more: after + events.length < seq, startAfresh }
      }
      case 'room:load': {
        const before = this.page(Number.POSITIVE_INFINITY).messages.filter(
          (message) => message.seq < Number(input.beforeSeq),
        )
        return { ok: true, messages: before.slice(-50), more: before.length > 50 }
      }
      case 'room:read':
        this.reads.set(personId, Math.max(this.reads.get(personId) ?? 0, Number(input.seq)))
        return { ok: true, lastReadSeq: this.reads.get(personId) }
      case 'message:send':
        return {
          ok: true,
          event: this.say(
            from.person,
            String(input.body),
            String(input.clientId),
            (input.threadId as string | null) ?? null,
          ),
        }
      case 'message:edit': {
        const change = { messageId: String(input.messageId), body: String(input.body) }
        const event = this.append({
          kind: 'message:edited',
          ...change,
          ...{ mentions: [], here: false },
          editedAt: new Date(0).toISOString(),
        })
        return { ok: true, seq: event.seq }
      }
      case 'thread:list':
        return { ok: true, threads: [] }
      default:
        return { ok: true, seq }
    }
  }
}

/** Someone in the room, with a device of their own. */
export function enter(
  room: FakeRoom,
  me: PersonView,
  options: { page?: RoomPage; shelf?: FakeShelf; clock?: FakeClock; reload?: () => void } = {},
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
  })
  store.start()
  return { store, connection, clock, shelf }
}

export const bodiesOf = (store: RoomStore) => store.getView().messages.map(({ body }) => body)
