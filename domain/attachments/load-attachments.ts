import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { AttachmentView } from '@/contracts/attachments'
import type { Queryable } from '@/db/client'
import { attachment, message } from '@/db/schema'
import { toAttachmentView } from './attachment-view'

/** The files of these messages, in their order; a deleted message has none. Access is the caller's to check. */
export async function loadAttachments(
  q: Queryable,
  messageIds: string[],
): Promise<Map<string, AttachmentView[]>> {
  const found = new Map<string, AttachmentView[]>()
  if (messageIds.length === 0) return found
  const rows = await q
    .select({ attachment })
    .from(attachment)
    .innerJoin(message, eq(message.id, attachment.messageId))
    .where(and(inArray(attachment.messageId, messageIds), isNull(message.deletedAt)))
    .orderBy(asc(attachment.messageId), asc(attachment.place))
  for (const row of rows) {
    const { messageId } = row.attachment
    if (messageId === null) continue
    found.set(messageId, [...(found.get(messageId) ?? []), toAttachmentView(row.attachment)])
  }
  return found
}
