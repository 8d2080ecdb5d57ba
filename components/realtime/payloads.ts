import { z } from 'zod'
import {
  balanceView,
  documentView,
  printRunInput,
  runLanguages,
  runView,
  wheelView,
} from '@/contracts/documents'
import { draftView } from '@/contracts/drafts'
import { id, sequence } from '@/contracts/inputs'
import { markView } from '@/contracts/marks'
import { foundMessages } from '@/contracts/message-search'
import {
  failure,
  messageView,
  presenceView,
  readMarkView,
  readView,
  roomEvent,
  type SignalName,
  signalIds,
  signalNames,
  unreadView,
} from '@/contracts/realtime'
import { reminderView } from '@/contracts/reminders'
import { mutedView, standingView } from '@/contracts/rooms'
import { coAuthor, versionFile, versionView } from '@/contracts/versions'
import type { Accepted, Answer, Heard, Payload, Request } from './transport'

const ok = { ok: z.literal(true) }
const sequenced = z.object({ ...ok, seq: sequence })
/** Binary as Socket.IO delivers it in the browser; a test's server lives in Node. */
const bytes = z.custom<Uint8Array | ArrayBuffer>(
  (value) => value instanceof ArrayBuffer || value instanceof Uint8Array,
)
const messagesPage = z.object({
  ...ok,
  messages: z.array(messageView),
  more: z.boolean(),
  newer: z.boolean(),
  target: id.nullable(),
  threadId: id.nullable(),
})
const followedThread = z.object({
  root: messageView,
  unread: z.number(),
  mentions: z.number(),
  lastReadSeq: sequence,
})

const joined = z.object({
  ...ok,
  seq: sequence,
  events: z.array(roomEvent),
  more: z.boolean(),
  startAfresh: z.boolean(),
  ...presenceView.shape,
  unread: unreadView,
})

const answers: { [Name in Request]: z.ZodType<Accepted<Name>> } = {
  'room:join': joined,
  'rooms:join': z.object({
    ...ok,
    rooms: z.array(z.union([joined.extend({ roomId: id }), failure.extend({ roomId: id })])),
  }),
  'room:leave': z.object(ok),
  'room:read': readMarkView.extend(ok),
  'room:mark-unread': readMarkView.extend(ok),
  'room:load': messagesPage,
  'draft:save': z.object({ ...ok, draft: draftView, saved: z.boolean() }),
  'room:standing': z.object({ ...ok, standing: standingView }),
  'room:slow': sequenced,
  'member:mute': z.object(ok),
  'member:unmute': z.object(ok),
  'member:list-muted': z.object({ ...ok, muted: z.array(mutedView) }),
  'message:report': z.object(ok),
  'message:search': foundMessages.extend(ok),
  'message:send': z.object({ ...ok, event: roomEvent }),
  'message:edit': sequenced,
  'message:delete': sequenced,
  'message:restore': sequenced,
  'message:versions': z.object({
    ...ok,
    versions: z.array(z.object({ body: z.string(), at: z.iso.datetime() })),
  }),
  'message:pin': sequenced,
  'message:unpin': sequenced,
  'pin:list': z.object({ ...ok, messages: z.array(messageView) }),
  'thread:load': z.object({
    ...ok,
    root: messageView,
    messages: z.array(messageView),
    more: z.boolean(),
    seq: sequence,
    draft: draftView,
  }),
  'thread:list': z.object({ ...ok, threads: z.array(followedThread) }),
  'thread:read': z.object({ ...ok, lastReadSeq: sequence }),
  'reaction:add': sequenced,
  'reaction:remove': sequenced,
  'poll:vote': sequenced,
  'poll:close': sequenced,
  'document:create': z.object({ ...ok, document: documentView }),
  'document:move': sequenced,
  'document:delete': sequenced,
  'document:restore': sequenced,
  'document:open': z.object({ ...ok, update: bytes, stateVector: bytes, seq: sequence }),
  'document:close': z.object(ok),
  'document:update': sequenced,
  'run:record': sequenced,
  'run:open': z.object({
    ...ok,
    code: z.string(),
    path: z.string(),
    language: z.enum(runLanguages),
  }),
  'run:get': z.object({ ...ok, run: runView }),
  'wheel:turn': z.object({ ...ok, wheel: wheelView }),
  'wheel:balance': z.object({ ...ok, people: z.array(balanceView) }),
  'version:save': z.object({ ...ok, version: versionView }),
  'version:name': z.object({ ...ok, version: versionView }),
  'version:list': z.object({ ...ok, versions: z.array(versionView), more: z.boolean() }),
  'version:open': z.object({ ...ok, version: versionView, files: z.array(versionFile) }),
  'version:read': z.object({ ...ok, text: z.string() }),
  'version:restore': sequenced,
  'version:authors': z.object({ ...ok, you: coAuthor, authors: z.array(coAuthor) }),
  'mark:add': z.object({ ...ok, mark: markView }),
  'mark:resolve': sequenced,
  'mark:reopen': sequenced,
  'mark:delete': sequenced,
  'mark:get': z.object({ ...ok, mark: markView }),
  'task:create': sequenced,
  'task:change': sequenced,
  'task:delete': sequenced,
  'reminder:create': z.object({ ...ok, reminder: reminderView }),
  'reminder:list': z.object({ ...ok, reminders: z.array(reminderView) }),
  'reminder:get': z.object({ ...ok, reminder: reminderView }),
  'reminder:cancel': z.object(ok),
}

export function parseAnswer<Name extends Request>(name: Name, raw: unknown): Answer<Name> {
  const refused = failure.safeParse(raw)
  if (refused.success) return refused.data
  const accepted = answers[name].safeParse(raw)
  if (accepted.success) return accepted.data
  return {
    ok: false,
    code: 'Outdated',
    message: 'Prajix has been updated. Reload the page to go on.',
  }
}

const room = { roomId: id }
const events = {
  ...(Object.fromEntries(signalNames.map((name) => [name, signalIds])) as Record<
    SignalName,
    typeof signalIds
  >),
  'room:advanced': z.object({ ...room, events: z.array(roomEvent).min(1) }),
  'presence:changed': presenceView.extend(room),
  'reads:changed': z.object({ ...room, reads: z.array(readView) }),
  'document:updated': z.object({
    documentId: id,
    updates: z.array(z.object({ seq: sequence, update: z.string() })).min(1),
  }),
  'document:received': z.object({ documentId: id }),
  'cursor:moved': z.object({ documentId: id, personId: id, state: bytes }),
  'run:printed': printRunInput.extend({ personId: id }),
  'read:moved': readMarkView.extend(room),
  'typing:started': z.object({ ...room, personId: id, name: z.string() }),
  'draft:changed': z.object({ ...room, threadId: id.nullable(), draft: draftView }),
  'seat:changed': z.object(room),
  'room:closed': z.object(room),
} satisfies { [Name in Heard]: z.ZodType<Payload<Name>> }

/**
 * The payload of a server event, parsed; undefined when it is not one this page knows. Dropping it is
 * safe: a room notices the gap and asks, and signals only make pages look again.
 */
export function parseEvent<Name extends Heard>(
  name: Name,
  raw: unknown,
): Payload<Name> | undefined {
  const parsed = events[name].safeParse(raw)
  return parsed.success ? (parsed.data as Payload<Name>) : undefined
}
