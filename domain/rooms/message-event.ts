import { z } from 'zod'
import { startPoll } from '@/contracts/polls'
import {
  type MessageView,
  messageExcerpt,
  type RoomEvent,
  threadSummary,
} from '@/contracts/realtime'

/** An event of the log, with the message that it is about as that stands now; nulls where that is gone. */
export type LoggedMessage = {
  seq: string
  kind: string
  payload: Record<string, unknown>
  at: Date
  message_id: string | null
  message_seq: string | null
  client_id: string
  body: string
  created_at: Date
  edited_at: Date | null
  deleted: boolean
  thread_id: string | null
  mentions: string[]
  here: boolean
  author_id: string
  handle: string
  name: string
  line: number
  replied_id: string | null
  replied_body: string | null
  replied_name: string | null
}

const kinds = ['message:created', 'message:edited', 'message:deleted', 'message:restored'] as const
type Kind = (typeof kinds)[number]
/** What a message carries beside its text, as it stands now. */
export type Carried = Pick<MessageView, 'attachments' | 'poll'>
type Base = { roomId: string; seq: number; at: string }

/** The log has moments as PostgreSQL writes them, and older rows know of no threads. */
const threadPart = z.object({
  threadId: z.string().nullable().default(null),
  thread: threadSummary
    .extend({
      lastReplyAt: z.coerce
        .date()
        .nullable()
        .default(null)
        .transform((at) => at?.toISOString() ?? null),
    })
    .nullable()
    .default(null),
})

/** Whether an event changes what a message says. */
export const isOfText = (kind: string): kind is Kind => kinds.some((each) => each === kind)

/** Fills a number with what changes nothing: what its event was about is gone. */
export const nothingOf = (base: Base, messageId: string): RoomEvent => ({
  ...base,
  ...{ kind: 'message:deleted', messageId, messageSeq: null, threadId: null, thread: null },
})

export function toMessageEvent(
  base: Base,
  kind: Kind,
  row: LoggedMessage,
  carried: Carried,
): RoomEvent {
  const { threadId, thread } = threadPart.parse(row.payload)
  // Its author's account is gone, and the message with it: what is left is how its thread stood.
  if (row.message_id === null)
    return { ...nothingOf(base, String(row.payload.messageId)), threadId, thread } as RoomEvent
  if (kind === 'message:created') return { ...base, kind, message: toMessage(row, carried), thread }
  const messageSeq = Number(row.message_seq)
  const { message_id: messageId, author_id: authorId, body, mentions, here } = row
  if (kind === 'message:deleted') return { ...base, kind, messageId, messageSeq, threadId, thread }
  const text = { messageId, messageSeq, authorId, threadId: row.thread_id, body, mentions, here }
  if (kind === 'message:edited')
    return { ...base, kind, ...text, editedAt: String(row.payload.editedAt) }
  return { ...base, kind, ...text, ...carried, thread }
}

function toMessage(row: LoggedMessage, { attachments, poll }: Carried): MessageView {
  return {
    id: String(row.message_id),
    clientId: row.client_id,
    seq: Number(row.seq),
    author: { id: row.author_id, handle: row.handle, name: row.name, line: row.line },
    body: row.body,
    replyTo:
      row.replied_id === null
        ? null
        : {
            id: row.replied_id,
            authorName: row.replied_name ?? '',
            excerpt: messageExcerpt(row.replied_body ?? ''),
          },
    threadId: row.thread_id,
    // Every reply came after the message, so its own event follows with how the thread stood then.
    thread: null,
    mentions: row.mentions,
    here: row.here,
    createdAt: row.created_at.toISOString(),
    editedAt: row.edited_at?.toISOString() ?? null,
    deleted: row.deleted,
    // Every reaction came after the message, so its own event follows.
    reactions: [],
    attachments,
    // So did every vote, and the end of the voting.
    poll: poll && startPoll({ ...poll, options: poll.options.map(({ text }) => text) }),
  }
}
