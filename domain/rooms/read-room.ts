import { sql } from 'drizzle-orm'
import type { ReadRoomInput } from '@/contracts/inputs'
import type { ReadMarkView } from '@/contracts/realtime'
import { db } from '@/db/client'
import { roomRead } from '@/db/schema'
import { canShowReading, loadSeat } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { publishReadMark } from '@/domain/publish'

/**
 * Notes how far a person has read; never goes backwards, never beyond the room.
 * @returns where the mark stands now, whether this call moved it, and whether others may see it
 */
export async function readRoom(
  actor: Actor,
  input: ReadRoomInput,
): Promise<ReadMarkView & { moved: boolean; shown: boolean }> {
  const { personId } = actor
  const { roomId, ...seat } = await loadSeat(db(), actor, input.roomId)
  const seq = Math.min(input.seq, seat.seq)
  const [moved] = await db()
    .insert(roomRead)
    .values({ personId, roomId, lastReadSeq: seq })
    .onConflictDoUpdate({
      target: [roomRead.personId, roomRead.roomId],
      set: { lastReadSeq: seq, readAt: sql`now()` },
      setWhere: sql`${roomRead.lastReadSeq} < ${seq} and ${roomRead.epoch} = coalesce(${input.epoch ?? null}::int, ${roomRead.epoch})`,
    })
    .returning({ lastReadSeq: roomRead.lastReadSeq, epoch: roomRead.epoch })
  if (moved) {
    await publishReadMark(personId, { roomId, ...moved })
    return { ...moved, moved: true, shown: canShowReading(seat) }
  }
  const [mark] = await db()
    .select({ lastReadSeq: roomRead.lastReadSeq, epoch: roomRead.epoch })
    .from(roomRead)
    .where(sql`${roomRead.personId} = ${personId} and ${roomRead.roomId} = ${roomId}`)
  const { lastReadSeq = 0, epoch = 0 } = mark ?? {}
  return { lastReadSeq, epoch, moved: false, shown: false }
}
