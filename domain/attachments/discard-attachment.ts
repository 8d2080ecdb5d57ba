import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { attachment } from '@/db/schema'
import { canChangeAttachment, loadAttachment } from '@/domain/access/attachments'
import type { Actor } from '@/domain/actor'
import { Forbidden } from '@/domain/errors'
import { removeFiles } from './remove-files'

/** Throws away a file of one's own that no message carries. */
export async function discardAttachment(
  actor: Actor,
  input: { attachmentId: string },
): Promise<void> {
  const found = await db().transaction(async (tx) => {
    const loaded = await loadAttachment(tx, actor, input.attachmentId, true)
    if (!canChangeAttachment(actor, loaded))
      throw new Forbidden('A message carries this file: delete the message instead.')
    await tx.delete(attachment).where(eq(attachment.id, loaded.id))
    return loaded
  })
  await removeFiles([found])
}
