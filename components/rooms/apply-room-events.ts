import type { DocumentView, RunView, WheelView } from '@/contracts/documents'
import { byEmoji } from '@/contracts/emoji'
import type { MarkView } from '@/contracts/marks'
import {
  catchUpLimit,
  type MessageView,
  messageExcerpt,
  type PersonView,
  type RoomEvent,
} from '@/contracts/realtime'
import type { TaskView } from '@/contracts/tasks'
import { keptVersions, type VersionView } from '@/contracts/versions'
import type { RoomPage } from '@/contracts/views'
import type { MembershipRole } from '@/contracts/vocabulary'

/** How many runs the room's page brings and a client keeps. */
export const keptRuns = 20

/** `role` is null where roles do not exist. */
export type RoomPerson = PersonView & { role: MembershipRole | null }
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
  const { id: roomId, seq, messages, more, slowSeconds, runs, wheel, versions, marks, tasks } = page
  const documents = byPath(page.documents)
  const beside = { people, documents, runs, wheel, versions, marks, tasks }
  const newer = false
  return { roomId, seq, messages, more, newer, slowSeconds, ...beside, waiting: [] }
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
 * The room after these events, in whatever order and however often they come: known numbers are
 * skipped, and what lies beyond a gap waits. Returns the same state when nothing changed.
 */
export function applyRoomEvents(state: RoomState, events: RoomEvent[]): RoomState {
  const fresh = events.filter((event) => event.roomId === state.roomId && event.seq > state.seq)
  if (fresh.length === 0) return state
  const bySeq = new Map([...state.waiting, ...fresh].map((event) => [event.seq, event]))
  const queue = [...bySeq.values()].sort((one, other) => one.seq - other.seq)
  const next = { ...state, messages: [...state.messages], people: [...state.people] }
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
    case 'message:created':
      if (!state.newer && !state.messages.some(({ id }) => id === event.message.id))
        state.messages.push(event.message)
      return
    case 'message:edited': {
      const { messageId, body, editedAt } = event
      change(state, messageId, (message) => ({ ...message, body, editedAt }))
      return changeAnswers(state, messageId, messageExcerpt(body))
    }
    case 'message:deleted':
      change(state, event.messageId, (message) => ({
        ...message,
        body: '',
        deleted: true,
        reactions: [],
        attachments: [],
      }))
      return changeAnswers(state, event.messageId, '')
    case 'reaction:added':
    case 'reaction:removed':
      return change(state, event.messageId, (message) => react(message, event))
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

function change(state: RoomState, id: string, by: (message: MessageView) => MessageView) {
  const at = state.messages.findLastIndex((message) => message.id === id)
  const found = state.messages[at]
  if (found) state.messages[at] = by(found)
}

/** Answers quote a few words of what they answer; these change and go with it. */
function changeAnswers(state: RoomState, id: string, excerpt: string) {
  for (const [at, message] of state.messages.entries())
    if (message.replyTo?.id === id)
      state.messages[at] = { ...message, replyTo: { ...message.replyTo, excerpt } }
}

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
