import { and, eq, isNull, sql } from 'drizzle-orm'
import type { DraftView } from '@/contracts/drafts'
import { messageExcerpt } from '@/contracts/realtime'
import type { Queryable } from '@/db/client'
import { draft, message, person } from '@/db/schema'
import { quotedText } from './quoted-text'

export const noDraft: DraftView = { body: '', replyTo: null, version: 0 }

/** A person's own draft in a room, or in one of its threads; access is the caller's to check. */
export async function readDraft(
  q: Queryable,
  personId: string,
  { roomId, threadId = null }: { roomId: string; threadId?: string | null },
): Promise<DraftView> {
  const [row] = await q
    .select({
      body: draft.body,
      version: draft.version,
      replyToId: message.id,
      replyToBody: sql<string | null>`${sql.raw(quotedText('message'))}`,
      authorName: person.name,
    })
    .from(draft)
    .leftJoin(message, eq(message.id, draft.replyToId))
    .leftJoin(person, eq(person.id, message.authorId))
    .where(
      and(
        eq(draft.personId, personId),
        eq(draft.roomId, roomId),
        threadId ? eq(draft.threadId, threadId) : isNull(draft.threadId),
      ),
    )
  if (!row) return noDraft
  const { body, version, replyToId, replyToBody, authorName } = row
  const replyTo = replyToId && {
    id: replyToId,
    authorName: authorName ?? '',
    excerpt: messageExcerpt(replyToBody ?? ''),
  }
  return { body, version, replyTo: replyTo || null }
}
