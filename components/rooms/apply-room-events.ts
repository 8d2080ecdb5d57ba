import type { DocumentView, RunView, WheelView } from '@/contracts/documents'
import { byEmoji } from '@/contracts/emoji'
import type { MarkView } from '@/contracts/marks'
import { castVote } from '@/contracts/polls'
import {
  catchUpLimit,
  type MessageView,
  messageExcerpt,
  type PersonView,
  type PinView,
  type RoomEvent,
  type ThreadPage,
  type ThreadSummary,
} from '@/contracts/realtime'
import type { TaskView } from '@/contracts/tasks'
import { keptVersions, type VersionView } from '@/contracts/versions'
import type { RoomPage } from '@/contracts/views'
import type { MembershipRole } from '@/contracts/vocabulary'

/** How many runs the room's page brings and a client keeps. */
export const keptRuns = 20

/** `role` is null where roles do not exist. */
export type RoomPerson = PersonView & { role: MembershipRole | null }
/** A thread that somebody has opened: what it answers, and its replies, ascending. */
export type OpenThread = Pick<ThreadPage, 'root' | 'messages' | 'more'>
/** What a client knows of a room: exactly the room at `seq`, and what has run ahead of it. */
export type RoomState = {
  roomId: string
  /** The last sequence number applied; ask `room:join` for what follows it. */
  seq: number
  /** A part of the conversation without a hole, ascending by `seq`; deleted ones stay as places without text. */
  messages: MessageView[]
  /** Older messages wait on the server. */
  more: boolean
  /** So do newer ones: what comes in is not put after those at hand, for it would not join on to them. */
  newer: boolean
  /** Those that were opened, by the ids of their roots; other threads are known by their summaries. */
  threads: Record<string, OpenThread>
  /** The newest first. */
  pins: PinView[]
  /** In order of their joining. */
  people: RoomPerson[]
  /** The room's files, by path. */
  documents: DocumentView[]
  /** Newest first, at most `keptRuns`. */
  runs: RunView[]
  wheel: WheelView
  /** Newest first, at most `keptVersions`. */
  versions: VersionView[]
  /** Open ones, oldest first. */
  marks: MarkView[]
  /** Oldest first. */
  tasks: TaskView[]
  /** Slow mode: seconds between two messages of a person; 0 is off. */
  slowSeconds: number
  /** Events beyond a gap, ascending; applied as soon as it is filled. */
  waiting: RoomEvent[]
}

export function startRoomState(page: RoomPage): RoomState {
  const people = page.people.map(({ id, handle, name, line, role }) => ({
    id,
    handle,
    name,
    line,
    role,
  }))
  const {
    id: roomId,
    seq,
    messages,
    more,
    slowSeconds,
    runs,
    wheel,
    versions,
    marks,
    tasks,
    pins,
  } = page
  const documents = byPath(page.documents)
  const beside = { people, documents, runs, wheel, versions, marks, tasks, pins }
  const chat = { messages, more, newer: false, threads: {} }
  return { roomId, seq, ...chat, slowSeconds, ...beside, waiting: [] }
}

function byPath(documents: DocumentView[]): DocumentView[] {
  return [...documents].sort((one, other) =>
    one.path < other.path ? -1 : one.path > other.path ? 1 : 0,
  )
}

const withDocument = (state: RoomState, document: DocumentView) =>
  byPath([...state.documents.filter((one) => one.id !== document.id), document])

/** Something is missing before the events at hand: the client asks `room:join` for it. */
export const hasGap = (state: RoomState) => state.waiting.length > 0

/**
 * Takes in a page of a thread: its newest, or an older one before what is there. `passing` are events that
 * were applied since it was asked for, and may be missing in it; what it knows already repeats harmlessly.
 */
export function openThread(state: RoomState, page: OpenThread, passing: RoomEvent[]): RoomState {
  const { root, messages, more } = page
  const fresh: OpenThread = { root, messages, more }
  const seq = (passing[0]?.seq ?? 1) - 1
  const started = { ...state, seq, waiting: [], messages: [], threads: { [root.id]: fresh } }
  const read = applyRoomEvents(started, passing).threads[root.id] ?? fresh
  const known = state.threads[root.id]
  const kept = new Set(page.messages.map((message) => message.id))
  const joined = known
    ? {
        ...known,
        messages: [
          ...read.messages.filter(
            ({ id }) => kept.has(id) && !known.messages.some((one) => one.id === id),
          ),
          ...known.messages,
        ],
        more,
      }
    : read
  return { ...state, threads: { ...state.threads, [root.id]: joined } }
}

/**
 * The room after these events, in whatever order and however often they come: known numbers are
 * skipped, and what lies beyond a gap waits. Returns the same state when nothing changed.
 */
export function applyRoomEvents(state: RoomState, events: RoomEvent[]): RoomState {
  const fresh = events.filter((event) => event.roomId === state.roomId && event.seq > state.seq)
  if (fresh.length === 0) return state
  const bySeq = new Map([...state.waiting, ...fresh].map((event) => [event.seq, event]))
  const queue = [...bySeq.values()].sort((one, other) => one.seq - other.seq)
  const threads = Object.fromEntries(
    Object.entries(state.threads).map(([id, thread]) => [
      id,
      { ...thread, messages: [...thread.messages] },
    ]),
  )
  const next = { ...state, messages: [...state.messages], threads, people: [...state.people] }
  let applied = 0
  for (const event of queue) {
    if (event.seq !== next.seq + 1) break
    applyInPlace(next, event)
    next.seq = event.seq
    applied++
  }
  // Whoever waits with more than this is told to start afresh anyway.
  next.waiting = queue.slice(applied, applied + catchUpLimit)
  return next
}

function applyInPlace(state: RoomState, event: RoomEvent) {
  switch (event.kind) {
    case 'message:created': {
      const { message, thread } = event
      const { threadId } = message
      const main = state.newer ? undefined : state.messages
      const list = threadId ? state.threads[threadId]?.messages : main
      if (list && !list.some(({ id }) => id === message.id)) list.push(message)
      return changeThread(state, threadId, thread)
    }
    case 'message:edited': {
      const { messageId, body, editedAt, mentions, here } = event
      const edited = { body, editedAt, mentions, here }
      change(state, messageId, (message) => ({ ...message, ...edited }))
      return changeAnswers(state, messageId, messageExcerpt(body))
    }
    case 'message:deleted':
      change(state, event.messageId, deleted)
      state.pins = withoutPin(state.pins, event.messageId)
      changeAnswers(state, event.messageId, '')
      return changeThread(state, event.threadId, event.thread)
    case 'message:restored': {
      const { messageId, body, mentions, here, attachments, poll } = event
      const back = { body, mentions, here, attachments, poll, deleted: false }
      change(state, messageId, (message) => ({ ...message, ...back }))
      changeAnswers(state, messageId, messageExcerpt(body || (attachments[0]?.name ?? '')))
      return changeThread(state, event.threadId, event.thread)
    }
    case 'message:pinned': {
      const { messageId, person, at } = event
      const others = withoutPin(state.pins, messageId)
      state.pins = [{ messageId, personId: person.id, at }, ...others]
      return
    }
    case 'message:unpinned':
      state.pins = withoutPin(state.pins, event.messageId)
      return
    case 'reaction:added':
    case 'reaction:removed':
      return change(state, event.messageId, (message) => react(message, event))
    case 'poll:voted': {
      const { messageId, personId, choices } = event
      return change(state, messageId, (message) => voted(message, personId, choices))
    }
    case 'poll:closed':
      return change(state, event.messageId, closed)
    case 'member:joined':
      state.people = state.people.filter((person) => person.id !== event.person.id)
      state.people.push({ ...event.person, role: event.role })
      return
    case 'member:left':
      // Who shipped the project keeps the room.
      if (event.how !== 'completed')
        state.people = state.people.filter((person) => person.id !== event.person.id)
      return
    case 'role:changed':
      state.people = state.people.map((person) =>
        person.id === event.person.id ? { ...person, role: event.role } : person,
      )
      return
    case 'slow:changed':
      state.slowSeconds = event.seconds
      return
    case 'document:created':
    case 'document:restored':
      state.documents = withDocument(state, event.document)
      return
    case 'document:moved': {
      const moved = state.documents.find((one) => one.id === event.documentId)
      if (moved) state.documents = withDocument(state, { ...moved, path: event.path })
      // A run is shown under the path that its file has now.
      state.runs = state.runs.map((one) =>
        one.documentId === event.documentId ? { ...one, path: event.path } : one,
      )
      return
    }
    case 'document:deleted':
      state.documents = state.documents.filter((one) => one.id !== event.documentId)
      return
    case 'run:recorded': {
      const others = state.runs.filter((one) => one.id !== event.run.id)
      state.runs = [event.run, ...others].slice(0, keptRuns)
      return
    }
    case 'wheel:turned':
      state.wheel = event.wheel
      return
    case 'version:created':
      state.versions = [event.version, ...without(state.versions, event.version.id)]
        .sort((one, other) => other.seq - one.seq)
        .slice(0, keptVersions)
      return
    case 'version:named':
      state.versions = state.versions.map((one) =>
        one.id === event.version.id ? event.version : one,
      )
      return
    case 'mark:added':
    case 'mark:reopened': {
      // Read later than it happened, it may have been resolved since: that event follows.
      const { mark } = event
      state.marks = inOrder([...without(state.marks, mark.id), { ...mark, resolved: null }])
      return
    }
    case 'mark:resolved':
      state.marks = without(state.marks, event.markId)
      return
    case 'mark:deleted':
      state.marks = without(state.marks, event.markId)
      // A task outlives the mark that it came from.
      state.tasks = state.tasks.map((one) =>
        one.markId === event.markId ? { ...one, markId: null } : one,
      )
      return
    case 'task:created':
    case 'task:changed':
      state.tasks = inOrder([...without(state.tasks, event.task.id), event.task])
      return
    case 'task:deleted':
      state.tasks = without(state.tasks, event.taskId)
  }
}

const without = <T extends { id: string }>(list: T[], id: string) =>
  list.filter((one) => one.id !== id)

const byAge = ({ at, id }: { at: string; id: string }) => at + id
const inOrder = <T extends { id: string; at: string }>(list: T[]) =>
  list.sort((one, other) => (byAge(one) < byAge(other) ? -1 : 1))

const withoutPin = (pins: PinView[], messageId: string) =>
  pins.filter((one) => one.messageId !== messageId)

/** A message whose text was taken from everybody. */
export const deleted = (message: MessageView): MessageView => ({
  ...message,
  ...{ body: '', deleted: true, reactions: [], attachments: [], mentions: [], here: false },
  poll: null,
})

/** Every place where a message may stand: the main list, an opened thread, the head of one. */
function changeAll(state: RoomState, by: (message: MessageView) => MessageView) {
  const inList = (list: MessageView[]) => {
    for (const [at, message] of list.entries()) {
      const changed = by(message)
      if (changed !== message) list[at] = changed
    }
  }
  inList(state.messages)
  for (const thread of Object.values(state.threads)) {
    thread.root = by(thread.root)
    inList(thread.messages)
  }
}

function change(state: RoomState, id: string, by: (message: MessageView) => MessageView) {
  changeAll(state, (message) => (message.id === id ? by(message) : message))
}

/** An event tells how its thread stood after it; what was read later than that knows better. */
function changeThread(
  state: RoomState,
  rootId: string | null,
  thread: ThreadSummary | null | undefined,
) {
  if (!rootId || !thread) return
  change(state, rootId, (root) =>
    root.thread && root.thread.seq >= thread.seq ? root : { ...root, thread },
  )
}

/** Answers quote a few words of what they answer; these change and go with it. */
function changeAnswers(state: RoomState, id: string, excerpt: string) {
  changeAll(state, (message) =>
    message.replyTo?.id === id ? { ...message, replyTo: { ...message.replyTo, excerpt } } : message,
  )
}

export const voted = (message: MessageView, personId: string, choices: number[]): MessageView =>
  message.poll ? { ...message, poll: castVote(message.poll, personId, choices) } : message

export const closed = (message: MessageView): MessageView =>
  message.poll ? { ...message, poll: { ...message.poll, closed: true } } : message

export function react(
  message: MessageView,
  { kind, emoji, personId }: Extract<RoomEvent, { emoji: string }>,
): MessageView {
  if (message.deleted) return message
  const others = message.reactions.filter((group) => group.emoji !== emoji)
  const before = message.reactions.find((group) => group.emoji === emoji)?.personIds ?? []
  const personIds = before.filter((id) => id !== personId)
  if (kind === 'reaction:added') personIds.push(personId)
  if (personIds.length === 0) return { ...message, reactions: others }
  const reactions = [...others, { emoji, personIds: personIds.sort() }].sort(byEmoji)
  return { ...message, reactions }
}
