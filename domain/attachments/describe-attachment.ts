import { eq } from 'drizzle-orm'
import type { AttachmentView, DescribeAttachmentInput } from '@/contracts/attachments'
import { db } from '@/db/client'
import { attachment } from '@/db/schema'
import { canChangeAttachment, loadAttachment } from '@/domain/access/attachments'
import { lockWritingSeat } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { Forbidden } from '@/domain/errors'
import { toAttachmentView } from './attachment-view'

/** Says in words what is to be seen, before a message carries it. */
export async function describeAttachment(
  actor: Actor,
  { attachmentId, alt }: DescribeAttachmentInput,
): Promise<AttachmentView> {
  return db().transaction(async (tx) => {
    const { roomId } = await loadAttachment(tx, actor, attachmentId)
    await lockWritingSeat(tx, actor, roomId)
    const found = await loadAttachment(tx, actor, attachmentId, true)
    if (!canChangeAttachment(actor, found))
      throw new Forbidden('A message carries this file already.')
    await tx.update(attachment).set({ alt }).where(eq(attachment.id, found.id))
    return toAttachmentView({ ...found, alt })
  })
}
