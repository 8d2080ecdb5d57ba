import { eq, sql } from 'drizzle-orm'
import type { ThreadSummary } from '@/contracts/realtime'
import type { Transaction } from '@/db/client'
import { message } from '@/db/schema'

/** Holds a thread until the transaction ends: after the reply that changes, before the room. */
export async function lockThread(tx: Transaction, threadId: string): Promise<void> {
  await tx.select({ id: message.id }).from(message).where(eq(message.id, threadId)).for('update')
}

/** Counts a locked thread anew after a reply was deleted or came back with the room's number `seq`. */
export async function settleThread(
  tx: Transaction,
  threadId: string,
  seq: number,
): Promise<ThreadSummary | null> {
  const [row] = await tx
    .update(message)
    .set({
      threadSeq: seq,
      replyCount: sql`(select count(*) from message x where x.thread_id = ${threadId} and x.deleted_at is null)`,
      lastReplyAt: sql`(select max(x.created_at) from message x where x.thread_id = ${threadId} and x.deleted_at is null)`,
      repliers: sql`array(
        select x.author_id from message x where x.thread_id = ${threadId} and x.deleted_at is null
        group by x.author_id order by min(x.seq) limit 3
      )`,
    })
    .where(eq(message.id, threadId))
    .returning()
  return row ? toThreadSummary(row) : null
}

/** The thread of a message as it is stored beside it; null: never answered. */
export function toThreadSummary(
  row: Pick<typeof message.$inferSelect, 'threadSeq' | 'replyCount' | 'lastReplyAt' | 'repliers'>,
): ThreadSummary | null {
  if (row.threadSeq === null) return null
  return {
    replies: row.replyCount,
    lastReplyAt: row.lastReplyAt?.toISOString() ?? null,
    personIds: row.repliers,
    seq: row.threadSeq,
  }
}
