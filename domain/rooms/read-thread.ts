import { and, eq, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { threadRead } from '@/db/schema'
import { loadSeat, loadThreadRoot } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'

/**
 * Notes how far a person has read a thread that they follow; never backwards, never beyond the room. Where
 * they do not follow it, there is nothing to note.
 */
export async function readThread(
  actor: Actor,
  input: { roomId: string; threadId: string; seq: number },
): Promise<{ lastReadSeq: number; moved: boolean }> {
  const { roomId, threadId } = input
  const seat = await loadSeat(db(), actor, roomId)
  await loadThreadRoot(db(), seat, threadId)
  const seq = Math.min(input.seq, seat.seq)
  const own = and(eq(threadRead.threadId, threadId), eq(threadRead.personId, actor.personId))
  const moved = await db()
    .update(threadRead)
    .set({ lastReadSeq: seq })
    .where(and(own, sql`${threadRead.lastReadSeq} < ${seq}`))
    .returning()
  if (moved.length > 0) return { lastReadSeq: seq, moved: true }
  const [mark] = await db().select().from(threadRead).where(own)
  return { lastReadSeq: mark?.lastReadSeq ?? 0, moved: false }
}
