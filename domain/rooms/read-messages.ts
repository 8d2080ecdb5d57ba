import { and, asc, desc, eq, gte, inArray, lt, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { byEmoji } from '@/contracts/emoji'
import { type MessagesPage, type MessageView, messageExcerpt } from '@/contracts/realtime'
import type { Queryable } from '@/db/client'
import { message, person, reaction } from '@/db/schema'
import { loadAttachments } from '@/domain/attachments/load-attachments'
import { quotedText } from './quoted-text'

/** How many messages one page carries. */
export const messagePageSize = 50

/** The newest messages before a number, or the oldest from one on. */
export type MessageRange = { before: number } | { from: number }

/** A page of messages, ascending; access is the caller's to check. */
export async function readMessages(
  q: Queryable,
  roomId: string,
  range: MessageRange = { before: Number.MAX_SAFE_INTEGER },
  size = messagePageSize,
): Promise<MessagesPage> {
  const back = 'before' in range
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
    .where(
      and(
        eq(message.roomId, roomId),
        back ? lt(message.seq, range.before) : gte(message.seq, range.from),
      ),
    )
    .orderBy(back ? desc(message.seq) : asc(message.seq))
    .limit(size + 1)
  const page = rows.slice(0, size)
  if (back) page.reverse()
  const ids = page.map((row) => row.message.id)
  const reactions = await readReactions(q, ids)
  const attachments = await loadAttachments(q, ids)
  const messages = page.map(
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
      createdAt: row.message.createdAt.toISOString(),
      editedAt: row.message.editedAt?.toISOString() ?? null,
      deleted: row.message.deletedAt !== null,
      reactions: reactions.get(row.message.id) ?? [],
      attachments: attachments.get(row.message.id) ?? [],
    }),
  )
  const beyond = rows.length > size
  const behind = await exists(
    q,
    roomId,
    back ? gte(message.seq, range.before) : lt(message.seq, range.from),
  )
  return {
    messages,
    more: back ? beyond : behind,
    newer: back ? behind : beyond,
    target: null,
  }
}

async function exists(q: Queryable, roomId: string, where: SQL): Promise<boolean> {
  const found = await q
    .select({ seq: message.seq })
    .from(message)
    .where(and(eq(message.roomId, roomId), where))
    .limit(1)
  return found.length > 0
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
