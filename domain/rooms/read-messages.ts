import { and, asc, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { byEmoji } from '@/contracts/emoji'
import { type MessagesPage, type MessageView, messageExcerpt } from '@/contracts/realtime'
import type { Queryable } from '@/db/client'
import { message, person, reaction } from '@/db/schema'
import { loadAttachments } from '@/domain/attachments/load-attachments'
import { quotedText } from './quoted-text'

/** How many messages one page carries. */
export const messagePageSize = 50

/** The newest messages before `beforeSeq`, ascending; access is the caller's to check. */
export async function readMessages(
  q: Queryable,
  roomId: string,
  beforeSeq = Number.MAX_SAFE_INTEGER,
): Promise<MessagesPage> {
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
    .where(and(eq(message.roomId, roomId), lt(message.seq, beforeSeq)))
    .orderBy(desc(message.seq))
    .limit(messagePageSize + 1)
  const page = rows.slice(0, messagePageSize).reverse()
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
  return { messages, more: rows.length > messagePageSize }
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
