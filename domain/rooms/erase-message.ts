import { eq, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { attachment, deletedMessage, mention, message, pin, poll, reaction } from '@/db/schema'
import type { LockedMessage } from '@/domain/access/rooms'
import type { EventDraft } from './append-room-event'
import { lockThread, settleThread } from './settle-thread'

type Erased = {
  /** `message:deleted`, for the number that it takes. */
  draft: (seq: number) => Promise<EventDraft>
  /** Whom it mentioned. */
  concerned: string[]
}

/**
 * Takes a message's text, files, poll, reactions, mentions and pin from everybody; its place in the order stays.
 * Text, files and poll wait for a moment where only an undo of `deletedBy` finds them (`restoreMessage`); then the jobs
 * `purgeDeletedMessages` and `pruneAttachments` remove them. The caller has locked the message, and appends
 * the event.
 */
export async function eraseMessage(
  tx: Transaction,
  { id: messageId, seq, threadId, body }: Pick<LockedMessage, 'id' | 'seq' | 'threadId' | 'body'>,
  deletedBy: string,
): Promise<Erased> {
  if (threadId) await lockThread(tx, threadId)
  await tx.delete(reaction).where(eq(reaction.messageId, messageId))
  await tx.delete(pin).where(eq(pin.messageId, messageId))
  const mentioned = await tx
    .delete(mention)
    .where(eq(mention.messageId, messageId))
    .returning({ personId: mention.personId })
  await tx.insert(deletedMessage).values({ messageId, deletedBy, body })
  await tx
    .update(attachment)
    .set({ removeAt: sql`now() + interval '70 seconds'` })
    .where(eq(attachment.messageId, messageId))
  await tx
    .update(message)
    .set({ body: '', mentions: [], here: false, deletedAt: new Date() })
    .where(eq(message.id, messageId))
  return {
    draft: async (taken) => ({
      kind: 'message:deleted',
      messageId,
      messageSeq: seq,
      threadId,
      thread: threadId ? await settleThread(tx, threadId, taken) : null,
    }),
    concerned: mentioned.map(({ personId }) => personId),
  }
}

/** Whoever deleted it cannot bring it back any more. The caller has locked the message. */
export async function forgetErased(tx: Transaction, messageId: string): Promise<void> {
  await tx.delete(deletedMessage).where(eq(deletedMessage.messageId, messageId))
  await tx.delete(poll).where(eq(poll.messageId, messageId))
}
