import { eq, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { attachment, message, reaction } from '@/db/schema'

/**
 * Removes a message's text, reactions and files for good; its place in the order stays. From this moment nobody
 * reaches the files; the job `pruneAttachments` removes them. The caller has locked the message, and appends
 * `message:deleted`.
 */
export async function eraseMessage(tx: Transaction, messageId: string): Promise<void> {
  await tx.delete(reaction).where(eq(reaction.messageId, messageId))
  await tx
    .update(attachment)
    .set({ removeAt: sql`now() + interval '70 seconds'` })
    .where(eq(attachment.messageId, messageId))
  await tx.update(message).set({ body: '', deletedAt: new Date() }).where(eq(message.id, messageId))
}
