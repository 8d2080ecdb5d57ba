import { and, asc, desc, eq, gte, inArray, isNull, lt, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { byEmoji } from '@/contracts/emoji'
import { type MessagesPage, type MessageView, messageExcerpt } from '@/contracts/realtime'
import type { Queryable } from '@/db/client'
import { message, person, reaction } from '@/db/schema'
import { loadAttachments } from '@/domain/attachments/load-attachments'
import { loadPolls } from '@/domain/polls/load-polls'
import { quotedText } from './quoted-text'
import { toThreadSummary } from './settle-thread'

/** How many messages one page carries. */
export const messagePageSize = 50

/** The newest messages before a number, or the oldest from one on. */
export type MessageRange = { before: number } | { from: number }

/** A page of a room's main list, ascending; access is the caller's to check. */
export async function readMessages(
  q: Queryable,
  roomId: string,
  range: MessageRange = { before: Number.MAX_SAFE_INTEGER },
  size = messagePageSize,
): Promise<MessagesPage> {
  const back = 'before' in range
  const main = and(eq(message.roomId, roomId), isNull(message.threadId))
  const [inside, outside] = back
    ? [lt(message.seq, range.before), gte(message.seq, range.before)]
    : [gte(message.seq, range.from), lt(message.seq, range.from)]
  const found = await readMessageViews(q, and(main, inside), size + 1, back ? 'newest' : 'oldest')
  const beyond = found.length > size
  const behind = await exists(q, and(main, outside))
  return {
    messages: back ? found.slice(-size) : found.slice(0, size),
    more: back ? beyond : behind,
    newer: back ? behind : beyond,
    ...{ target: null, threadId: null },
  }
}

async function exists(q: Queryable, condition: SQL | undefined): Promise<boolean> {
  const found = await q.select({ seq: message.seq }).from(message).where(condition).limit(1)
  return found.length > 0
}

/** So many messages that meet a condition, from one end of them; ascending. */
export async function readMessageViews(
  q: Queryable,
  condition: SQL | undefined,
  limit: number,
  from: 'newest' | 'oldest' = 'newest',
): Promise<MessageView[]> {
  const replied = alias(message, 'replied')
  const repliedAuthor = alias(person, 'replied_author')
  const rows = await q
    .select({
      message,
      author: { id: person.id, handle: person.handle, name: person.name, line: person.line },
      replied: { id: replied.id, body: sql<string>`${sql.raw(quotedText('replied'))}` },
      repliedName: repliedAuthor.name,
    })
    .from(message)
    .innerJoin(person, eq(person.id, message.authorId))
    .leftJoin(replied, eq(replied.id, message.replyToId))
    .leftJoin(repliedAuthor, eq(repliedAuthor.id, replied.authorId))
    .where(condition)
    .orderBy(from === 'newest' ? desc(message.seq) : asc(message.seq))
    .limit(limit)
  const page = from === 'newest' ? rows.reverse() : rows
  const ids = page.map((row) => row.message.id)
  const reactions = await readReactions(q, ids)
  const attachments = await loadAttachments(q, ids)
  const polls = await loadPolls(q, ids)
  return page.map(
    (row): MessageView => ({
      id: row.message.id,
      clientId: row.message.clientId,
      seq: row.message.seq,
      author: row.author,
      body: row.message.body,
      replyTo: row.replied && {
        id: row.replied.id,
        authorName: row.repliedName ?? '',
        excerpt: messageExcerpt(row.replied.body),
      },
      threadId: row.message.threadId,
      thread: toThreadSummary(row.message),
      mentions: row.message.mentions,
      here: row.message.here,
      createdAt: row.message.createdAt.toISOString(),
      editedAt: row.message.editedAt?.toISOString() ?? null,
      deleted: row.message.deletedAt !== null,
      reactions: reactions.get(row.message.id) ?? [],
      attachments: attachments.get(row.message.id) ?? [],
      poll: polls.get(row.message.id) ?? null,
    }),
  )
}

async function readReactions(q: Queryable, messageIds: string[]) {
  const found = new Map<string, MessageView['reactions']>()
  if (messageIds.length === 0) return found
  const rows = await q
    .select()
    .from(reaction)
    .where(inArray(reaction.messageId, messageIds))
    .orderBy(asc(reaction.personId))
  for (const { messageId, emoji, personId } of rows) {
    const groups = found.get(messageId) ?? []
    found.set(messageId, groups)
    const group = groups.find((each) => each.emoji === emoji)
    if (group) group.personIds.push(personId)
    else groups.push({ emoji, personIds: [personId] })
  }
  for (const groups of found.values()) groups.sort(byEmoji)
  return found
}
