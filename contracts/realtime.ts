import { z } from 'zod'
import { attachmentView } from './attachments'
import {
  type BalanceView,
  type DocumentView,
  documentView,
  type PrintRunInput,
  type RunView,
  runView,
  type WheelView,
  wheelView,
} from './documents'
import type { DraftView } from './drafts'
import { emoji } from './emoji'
import { id, sequence } from './inputs'
import { type MarkView, markView } from './marks'
import type { FoundMessages } from './message-search'
import { type PersonView, personView } from './people'
import { pollChoices, pollView } from './polls'
import type { ReminderView } from './reminders'
import type { MutedView, StandingView } from './rooms'
import { type SignalName, signalNames } from './signals'
import { taskView } from './tasks'
import { type CoAuthor, type VersionFile, type VersionView, versionView } from './versions'
import { membershipRoles } from './vocabulary'

export { type PersonView, personView, type SignalName, signalNames }

/*
 * The realtime contract: one typed map for the server, the browser and the emitter.
 * A *fact* carries data and a room's sequence number; a *signal* carries ids and makes a page refresh.
 */

/** What is to be seen of a thread from outside. */
export const threadSummary = z.object({
  replies: z.number().int(),
  /** Null: all replies have been deleted. */
  lastReplyAt: z.iso.datetime().nullable(),
  /** Who replied first, at most three. */
  personIds: z.array(id),
  /** The room's number up to which this is true. */
  seq: sequence,
})
export type ThreadSummary = z.infer<typeof threadSummary>

export const messageView = z.object({
  id,
  clientId: id,
  /** Sequence number of the event that created it: its place in the room's one order. */
  seq: sequence,
  author: personView,
  /** Markdown; empty once deleted. */
  body: z.string(),
  replyTo: z.object({ id, authorName: z.string(), excerpt: z.string() }).nullable(),
  /** The message in whose thread it stands; null in the main list. */
  threadId: id.nullable(),
  /** Of a message that has been answered in a thread. */
  thread: threadSummary.nullable(),
  /** Whom it names, in the order of their ids. */
  mentions: z.array(id),
  /** It calls everybody in the room. */
  here: z.boolean(),
  createdAt: z.iso.datetime(),
  editedAt: z.iso.datetime().nullable(),
  deleted: z.boolean(),
  /** Who reacted: in the order of `byEmoji`, people in the order of their ids. */
  reactions: z.array(z.object({ emoji, personIds: z.array(id) })),
  /** In the order that their author gave them; none once deleted. */
  attachments: z.array(attachmentView),
  /** What it asks, its text being the question; null for every other message, and once deleted. */
  poll: pollView.nullable(),
})
export type MessageView = z.infer<typeof messageView>

/** The few words of a message that stand for it in an answer or a list; the same on both ends. */
export function messageExcerpt(body: string): string {
  const words = body.slice(0, 600).replace(/\s+/g, ' ').trim()
  const letters = [...words]
  return letters.length > 140 ? `${letters.slice(0, 139).join('')}…` : words
}

const base = { roomId: id, seq: sequence, at: z.iso.datetime() }
/** By what a message is counted by people who do not have it at hand. */
const ofMessage = { messageSeq: sequence, authorId: id, threadId: id.nullable() }
/** Of an event about a reply: its thread, and how that stands after the event. Never counted up from events. */
const ofThread = { threadId: id.nullable(), thread: threadSummary.nullable() }

/** A pinned message by its id. */
export const pinView = z.object({ messageId: id, personId: id, at: z.iso.datetime() })
export type PinView = z.infer<typeof pinView>
/** How many messages of a room may be pinned. */
export const mostPins = 50

/** One change of a room. `room_event.kind` is the discriminator; new kinds are added here first. */
export const roomEvent = z.discriminatedUnion('kind', [
  z.object({
    ...base,
    kind: z.literal('message:created'),
    message: messageView,
    /** Of a reply: its thread with it. */
    thread: threadSummary.nullable().optional(),
  }),
  z.object({
    ...base,
    kind: z.literal('message:edited'),
    messageId: id,
    ...ofMessage,
    body: z.string(),
    editedAt: z.iso.datetime(),
    mentions: z.array(id),
    here: z.boolean(),
  }),
  z.object({
    ...base,
    kind: z.literal('message:deleted'),
    messageId: id,
    /** Its own number, by which it was counted; null when nothing of it is left to count. */
    messageSeq: sequence.nullable(),
    ...ofThread,
  }),
  /** A deletion was undone. Reactions do not come back. */
  z.object({
    ...base,
    kind: z.literal('message:restored'),
    messageId: id,
    ...ofMessage,
    body: z.string(),
    mentions: z.array(id),
    here: z.boolean(),
    attachments: z.array(attachmentView),
    /** With the votes in it. */
    poll: pollView.nullable(),
    thread: threadSummary.nullable(),
  }),
  z.object({ ...base, kind: z.literal('message:pinned'), messageId: id, person: personView }),
  z.object({ ...base, kind: z.literal('message:unpinned'), messageId: id, person: personView }),
  z.object({
    ...base,
    kind: z.literal('reaction:added'),
    messageId: id,
    emoji,
    personId: id,
  }),
  z.object({
    ...base,
    kind: z.literal('reaction:removed'),
    messageId: id,
    emoji,
    personId: id,
  }),
  /** Somebody's whole choice from now on; none: their vote is taken back. */
  z.object({
    ...base,
    kind: z.literal('poll:voted'),
    messageId: id,
    personId: id,
    choices: pollChoices,
  }),
  z.object({ ...base, kind: z.literal('poll:closed'), messageId: id }),
  z.object({
    ...base,
    kind: z.literal('member:joined'),
    person: personView,
    role: z.enum(membershipRoles),
  }),
  z.object({
    ...base,
    kind: z.literal('member:left'),
    person: personView,
    how: z.enum(['left', 'removed', 'completed']),
  }),
  z.object({
    ...base,
    kind: z.literal('role:changed'),
    person: personView,
    role: z.enum(membershipRoles),
  }),
  /** Slow mode: so many seconds between two messages of a person; 0: off. */
  z.object({
    ...base,
    kind: z.literal('slow:changed'),
    person: personView,
    seconds: z.number().int().min(0),
  }),
  z.object({ ...base, kind: z.literal('document:created'), document: documentView }),
  z.object({ ...base, kind: z.literal('document:moved'), documentId: id, path: z.string() }),
  z.object({ ...base, kind: z.literal('document:deleted'), documentId: id }),
  z.object({ ...base, kind: z.literal('document:restored'), document: documentView }),
  z.object({ ...base, kind: z.literal('run:recorded'), run: runView }),
  z.object({ ...base, kind: z.literal('wheel:turned'), wheel: wheelView }),
  z.object({ ...base, kind: z.literal('version:created'), version: versionView }),
  z.object({ ...base, kind: z.literal('version:named'), version: versionView }),
  /** What it changed in the files is told by their own events. `path`: of the one file that it was about. */
  z.object({
    ...base,
    kind: z.literal('version:restored'),
    versionId: id,
    person: personView,
    path: z.string().nullable(),
  }),
  z.object({ ...base, kind: z.literal('mark:added'), mark: markView }),
  z.object({ ...base, kind: z.literal('mark:resolved'), markId: id, personId: id }),
  z.object({ ...base, kind: z.literal('mark:reopened'), mark: markView }),
  z.object({ ...base, kind: z.literal('mark:deleted'), markId: id }),
  z.object({ ...base, kind: z.literal('task:created'), task: taskView }),
  z.object({ ...base, kind: z.literal('task:changed'), task: taskView }),
  z.object({ ...base, kind: z.literal('task:deleted'), taskId: id }),
])
export type RoomEvent = z.infer<typeof roomEvent>
export type RoomEventKind = RoomEvent['kind']

/** How many numbers of unread messages a client is told at most; the count goes beyond. */
export const keptUnread = 500
export const unreadCount = z.object({
  count: z.number().int().min(0),
  /** The numbers of the newest of them, ascending, at most `keptUnread`. */
  numbers: z.array(sequence).max(keptUnread),
})
export type UnreadCount = z.infer<typeof unreadCount>
/** What one person has not read of a room, exactly as the room was at `seq`: events up to it are counted. */
export const unreadView = z.object({
  seq: sequence,
  lastReadSeq: sequence,
  /** How often the mark was moved back. */
  epoch: z.number().int().min(0),
  messages: unreadCount,
  /** When the first of them was written. */
  since: z.iso.datetime().nullable(),
  /** Those of them that mention the person. */
  mentions: unreadCount,
})
export type UnreadView = z.infer<typeof unreadView>
/** Where a person's mark in a room stands now. */
export const readMarkView = unreadView.pick({ lastReadSeq: true, epoch: true })
export type ReadMarkView = z.infer<typeof readMarkView>

/** How many events one answer of `room:join` carries at most; the client asks again until caught up. */
export const catchUpPage = 200
/** How many events one answer of `rooms:join` carries at most; rooms that found no place say that more wait. */
export const catchUpTogether = 1000
/** A client further behind than this starts afresh from a page of messages. */
export const catchUpLimit = 2000

export const failure = z.object({
  ok: z.literal(false),
  code: z.enum([
    'NotFound',
    'Forbidden',
    'Conflict',
    'Invalid',
    'RateLimited',
    'Unavailable',
    'Unknown',
  ]),
  message: z.string(),
  /** Milliseconds to wait before a retry, when that helps. */
  retryAfter: z.number().optional(),
  /** Id under which the server logged an unknown error. */
  errorId: z.string().optional(),
})
export type Failure = z.infer<typeof failure>
export type Ack<T extends object = object> = (answer: ({ ok: true } & T) | Failure) => void

/** In a room with more people than this, they are counted instead of listed. */
export const listedPresence = 60
/** Who is in a room; of them, `away` have not touched anything for a while, on any of their devices. */
export const presenceView = z.object({
  present: z.array(id),
  away: z.array(id),
  count: z.number().int().min(0),
})
export type PresenceView = z.infer<typeof presenceView>

/** How far somebody has read. */
export const readView = z.object({ personId: id, seq: sequence })
export type ReadView = z.infer<typeof readView>

export type RoomJoined = {
  /** The room's newest sequence number at the moment of reading. */
  seq: number
  /** Events after `afterSeq`, ascending and dense; at most `catchUpPage`. */
  events: RoomEvent[]
  /** More events wait: ask again with the last one's `seq`. */
  more: boolean
  /** The client is too far behind (or ahead of a restored database): reload the page of messages. */
  startAfresh: boolean
  unread: UnreadView
} & PresenceView
/** What became of one room among several: an answer of its own, or its own refusal. */
export type RoomAmongMany = { roomId: string } & (({ ok: true } & RoomJoined) | Failure)
export type DocumentOpened = {
  /** Yjs V1 update: what is stored and the client lacks. */
  update: Uint8Array | ArrayBuffer
  /** State vector of what is stored: the client sends what it has beyond that. */
  stateVector: Uint8Array | ArrayBuffer
  /** Number of the newest stored update in `update`. */
  seq: number
}
export type RunCode = { code: string } & Pick<RunView, 'path' | 'language'>
export type MessagesPage = {
  /** Ascending and without a hole. */
  messages: MessageView[]
  /** Older ones exist. */
  more: boolean
  /** Newer ones exist. */
  newer: boolean
  /** The message that was asked for, or the first since then; null when the question was about none. */
  target: string | null
  /** The thread of the message that was asked for: `target` is then the one that it answers. */
  threadId: string | null
}
/** A message with replies to it, ascending: exactly as the room has them at `seq`. */
export type ThreadPage = {
  root: MessageView
  messages: MessageView[]
  /** Older replies exist. */
  more: boolean
  seq: number
  /** What its reader has begun to write there. */
  draft: DraftView
}
/** A thread that one follows. */
export type FollowedThread = {
  root: MessageView
  unread: number
  /** How many of the unread ones mention one. */
  mentions: number
  lastReadSeq: number
}
/** A text of a message, and since when it stood there. */
export type MessageVersion = { body: string; at: string }

export interface ClientEvents {
  'room:join': (input: unknown, ack: Ack<RoomJoined>) => void
  /** `room:join` for at most fifty rooms: one call catches up what was missed in all of them. */
  'rooms:join': (input: unknown, ack: Ack<{ rooms: RoomAmongMany[] }>) => void
  'room:leave': (input: unknown, ack: Ack) => void
  'room:read': (input: unknown, ack: Ack<ReadMarkView>) => void
  /** The one call that moves the mark back: to before a message. */
  'room:mark-unread': (input: unknown, ack: Ack<ReadMarkView>) => void
  'room:load': (input: unknown, ack: Ack<MessagesPage>) => void
  /** Keeps what one has begun to write. `saved` false: a newer one stands there, and is answered. */
  'draft:save': (input: unknown, ack: Ack<{ draft: DraftView; saved: boolean }>) => void
  /** Whether one may write, and why not. */
  'room:standing': (input: unknown, ack: Ack<{ standing: StandingView }>) => void
  'room:slow': (input: unknown, ack: Ack<{ seq: number }>) => void
  'member:mute': (input: unknown, ack: Ack) => void
  'member:unmute': (input: unknown, ack: Ack) => void
  'member:list-muted': (input: unknown, ack: Ack<{ muted: MutedView[] }>) => void
  'message:report': (input: unknown, ack: Ack) => void
  /** Messages with the words that are asked for, in one room or in all of one's own. */
  'message:search': (input: unknown, ack: Ack<FoundMessages>) => void
  'message:send': (input: unknown, ack: Ack<{ event: RoomEvent }>) => void
  'message:edit': (input: unknown, ack: Ack<{ seq: number }>) => void
  /** Whoever deleted it may undo that for half a minute. */
  'message:delete': (input: unknown, ack: Ack<{ seq: number }>) => void
  'message:restore': (input: unknown, ack: Ack<{ seq: number }>) => void
  /** Every text that a message has had, the oldest first, the present one last. */
  'message:versions': (input: unknown, ack: Ack<{ versions: MessageVersion[] }>) => void
  'message:pin': (input: unknown, ack: Ack<{ seq: number }>) => void
  'message:unpin': (input: unknown, ack: Ack<{ seq: number }>) => void
  /** The pinned messages, the newest pin first. */
  'pin:list': (input: unknown, ack: Ack<{ messages: MessageView[] }>) => void
  /** A thread's replies before `beforeSeq`. */
  'thread:load': (input: unknown, ack: Ack<ThreadPage>) => void
  /** The threads that one follows, those with something unread first. */
  'thread:list': (input: unknown, ack: Ack<{ threads: FollowedThread[] }>) => void
  'thread:read': (input: unknown, ack: Ack<{ lastReadSeq: number }>) => void
  'reaction:add': (input: unknown, ack: Ack<{ seq: number }>) => void
  'reaction:remove': (input: unknown, ack: Ack<{ seq: number }>) => void
  'poll:vote': (input: unknown, ack: Ack<{ seq: number }>) => void
  /** For good. */
  'poll:close': (input: unknown, ack: Ack<{ seq: number }>) => void
  'document:create': (input: unknown, ack: Ack<{ document: DocumentView }>) => void
  'document:move': (input: unknown, ack: Ack<{ seq: number }>) => void
  'document:delete': (input: unknown, ack: Ack<{ seq: number }>) => void
  'document:restore': (input: unknown, ack: Ack<{ seq: number }>) => void
  /** Joins the file's channel, then answers what the client lacks. */
  'document:open': (input: unknown, ack: Ack<DocumentOpened>) => void
  'document:close': (input: unknown, ack: Ack) => void
  /** Acknowledged when stored. */
  'document:update': (input: unknown, ack: Ack<{ seq: number }>) => void
  'run:record': (input: unknown, ack: Ack<{ seq: number }>) => void
  /** The code of a run as it was then. */
  'run:open': (input: unknown, ack: Ack<RunCode>) => void
  /** One run by its id, for whoever meets a link to it. */
  'run:get': (input: unknown, ack: Ack<{ run: RunView }>) => void
  'wheel:turn': (input: unknown, ack: Ack<{ wheel: WheelView }>) => void
  /** Who did how much so far. */
  'wheel:balance': (input: unknown, ack: Ack<{ people: BalanceView[] }>) => void
  'version:save': (input: unknown, ack: Ack<{ version: VersionView }>) => void
  'version:name': (input: unknown, ack: Ack<{ version: VersionView }>) => void
  /** Older versions than `beforeSeq`, newest first. */
  'version:list': (input: unknown, ack: Ack<{ versions: VersionView[]; more: boolean }>) => void
  /** The files of a version, without their texts. */
  'version:open': (input: unknown, ack: Ack<{ version: VersionView; files: VersionFile[] }>) => void
  'version:read': (input: unknown, ack: Ack<{ text: string }>) => void
  /** A forward change: what is there now is kept as a version first. */
  'version:restore': (input: unknown, ack: Ack<{ seq: number }>) => void
  /** `you` as a patch's author, whether or not you typed anything. */
  'version:authors': (input: unknown, ack: Ack<{ you: CoAuthor; authors: CoAuthor[] }>) => void
  'mark:add': (input: unknown, ack: Ack<{ mark: MarkView }>) => void
  'mark:resolve': (input: unknown, ack: Ack<{ seq: number }>) => void
  'mark:reopen': (input: unknown, ack: Ack<{ seq: number }>) => void
  'mark:delete': (input: unknown, ack: Ack<{ seq: number }>) => void
  /** One mark by its id, resolved or not, for whoever meets a link to it. */
  'mark:get': (input: unknown, ack: Ack<{ mark: MarkView }>) => void
  'task:create': (input: unknown, ack: Ack<{ seq: number }>) => void
  'task:change': (input: unknown, ack: Ack<{ seq: number }>) => void
  'task:delete': (input: unknown, ack: Ack<{ seq: number }>) => void
  /** The same id again is answered with the first. */
  'reminder:create': (input: unknown, ack: Ack<{ reminder: ReminderView }>) => void
  /** One's own that wait, of all rooms, the next one first; asked in a room that is open to one. */
  'reminder:list': (input: unknown, ack: Ack<{ reminders: ReminderView[] }>) => void
  /** One's own, told or not. */
  'reminder:get': (input: unknown, ack: Ack<{ reminder: ReminderView }>) => void
  /** Of one's own, in whichever room, while it waits. */
  'reminder:cancel': (input: unknown, ack: Ack) => void
  /** Ephemeral; no ack. */
  'run:print': (input: unknown) => void
  /** Ephemeral; no ack. */
  'cursor:move': (input: unknown) => void
  /** Ephemeral; no ack. */
  'typing:start': (input: unknown) => void
  /** Whether anybody sits before this tab. Ephemeral; no ack. */
  'presence:set': (input: unknown) => void
}
export type ClientEventName = keyof ClientEvents

export const signalIds = z.object({
  projectId: id.optional(),
  roomId: id.optional(),
  applicationId: id.optional(),
  invitationId: id.optional(),
  personId: id.optional(),
  reminderId: id.optional(),
})
export type SignalIds = z.infer<typeof signalIds>

export type ServerEvents = {
  /** Events of one room that share a tick, ascending. */
  'room:advanced': (batch: { roomId: string; events: RoomEvent[] }) => void
  'presence:changed': (presence: { roomId: string } & PresenceView) => void
  /** How far others have read who show it, as it moves; together for some time. */
  'reads:changed': (reads: { roomId: string; reads: ReadView[] }) => void
  /**
   * Stored updates of a file, in the order of their numbers, as base64 text; also sent to their author's
   * other tabs. Whoever sent an update may hear of it by the answer alone.
   */
  'document:updated': (change: {
    documentId: string
    updates: { seq: number; update: string }[]
  }) => void
  /** An update of the file is here and is taking its time to be stored; the answer follows. */
  'document:received': (received: { documentId: string }) => void
  /** `personId` is stamped by the server: what `state` says of its author is not to be believed. */
  'cursor:moved': (cursor: {
    documentId: string
    personId: string
    state: Uint8Array | ArrayBuffer
  }) => void
  /** What somebody's program prints at this moment; `personId` is stamped by the server. */
  'run:printed': (printed: PrintRunInput & { personId: string }) => void
  /** This person's mark in a room has moved, on whichever device; goes to all of theirs. */
  'read:moved': (mark: { roomId: string } & ReadMarkView) => void
  'typing:started': (typing: { roomId: string; personId: string; name: string }) => void
  /** One's own draft was changed on another device, or sent there. */
  'draft:changed': (changed: { roomId: string; threadId: string | null; draft: DraftView }) => void
  /** One's own standing in the room changed: ask `room:standing`. */
  'seat:changed': (seat: { roomId: string }) => void
  /** This socket may not be in the room any more; the client shows why and leaves. */
  'room:closed': (closing: { roomId: string }) => void
  /** The session behind this socket has ended; the client goes to the sign-in page. */
  'session:ended': () => void
} & { [Name in SignalName]: (ids: SignalIds) => void }

/** Names of Socket.IO rooms; nothing else builds such a name. */
export const channel = {
  person: (personId: string) => `person:${personId}`,
  session: (sessionId: string) => `session:${sessionId}`,
  room: (roomId: string) => `room:${roomId}`,
  /** Everybody who has this file of a room open. */
  document: (documentId: string) => `document:${documentId}`,
  /** One person's sockets in one room, so that a removal can close exactly these. */
  seat: (roomId: string, personId: string) => `seat:${roomId}:${personId}`,
}
