import { eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { message, reaction } from '@/db/schema'

/**
 * Removes a message's text and reactions for good; its place in the order stays. The caller has locked it, and
 * appends `message:deleted`.
 */
export async function eraseMessage(tx: Transaction, messageId: string): Promise<void> {
  await tx.delete(reaction).where(eq(reaction.messageId, messageId))
  await tx.update(message).set({ body: '', deletedAt: new Date() }).where(eq(message.id, messageId))
}
