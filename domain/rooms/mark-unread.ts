import { sql } from 'drizzle-orm'
import type { ReadMarkView } from '@/contracts/realtime'
import { db } from '@/db/client'
import { roomRead } from '@/db/schema'
import { findMessagePlace, loadSeat } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { Invalid } from '@/domain/errors'
import { publishReadMark } from '@/domain/publish'

/**
 * Moves a person's own mark back to before a message, so that it and what follows are unread again. A new
 * epoch begins: what their pages read before they hear of it, and tell late, is not counted.
 */
export async function markUnread(
  actor: Actor,
  input: { roomId: string; messageId: string },
): Promise<ReadMarkView> {
  const { personId } = actor
  const { roomId } = await loadSeat(db(), actor, input.roomId)
  const { seq, threadId } = await findMessagePlace(db(), actor, roomId, input.messageId)
  if (threadId) throw new Invalid('Replies are read with their thread, not with the room.')
  const before = seq - 1
  const [mark] = await db()
    .insert(roomRead)
    .values({ personId, roomId, lastReadSeq: 0, epoch: 1 })
    .onConflictDoUpdate({
      target: [roomRead.personId, roomRead.roomId],
      set: {
        lastReadSeq: sql`least(${roomRead.lastReadSeq}, ${before})`,
        epoch: sql`${roomRead.epoch} + 1`,
        readAt: sql`now()`,
      },
    })
    .returning({ lastReadSeq: roomRead.lastReadSeq, epoch: roomRead.epoch })
  if (!mark) throw new Error('The mark was not kept.')
  await publishReadMark(personId, { roomId, ...mark })
  return mark
}
