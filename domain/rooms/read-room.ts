import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { roomRead } from '@/db/schema'
import { canShowReading, loadSeat } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'

/**
 * Notes how far a person has read; never goes backwards, never beyond the room.
 * @returns where the mark stands now, whether this call moved it, and whether others may see it
 */
export async function readRoom(
  actor: Actor,
  input: { roomId: string; seq: number },
): Promise<{ lastReadSeq: number; moved: boolean; shown: boolean }> {
  const { personId } = actor
  const seat = await loadSeat(db(), actor, input.roomId)
  const seq = Math.min(input.seq, seat.seq)
  const [moved] = await db()
    .insert(roomRead)
    .values({ personId, roomId: seat.roomId, lastReadSeq: seq })
    .onConflictDoUpdate({
      target: [roomRead.personId, roomRead.roomId],
      set: { lastReadSeq: seq, readAt: sql`now()` },
      setWhere: sql`${roomRead.lastReadSeq} < ${seq}`,
    })
    .returning({ lastReadSeq: roomRead.lastReadSeq })
  if (moved) return { lastReadSeq: moved.lastReadSeq, moved: true, shown: canShowReading(seat) }
  const [mark] = await db()
    .select({ lastReadSeq: roomRead.lastReadSeq })
    .from(roomRead)
    .where(sql`${roomRead.personId} = ${personId} and ${roomRead.roomId} = ${seat.roomId}`)
  return { lastReadSeq: mark?.lastReadSeq ?? 0, moved: false, shown: false }
}
