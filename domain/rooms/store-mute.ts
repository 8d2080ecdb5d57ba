import { and, eq, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { room, roomMute, seat } from '@/db/schema'
import { announceStanding } from '@/domain/publish'

/** Stands for "until somebody lifts it". */
export const forever = new Date('9999-12-31T00:00:00Z')
/** Null for `forever`, as people see it. */
export const untilOf = (until: Date): string | null =>
  until >= forever ? null : until.toISOString()

type Mute = {
  roomId: string
  personId: string
  /** Null: until it is lifted. */
  minutes: number | null
  reason: string
  mutedById: string
}

/**
 * Writes down that a person may not write in a room, on their seat too; what they are storing at this moment
 * is waited for. Who may is the caller's to check. @returns until when, null: until it is lifted
 */
export async function storeMute(tx: Transaction, mute: Mute): Promise<string | null> {
  const { roomId, personId, minutes, reason, mutedById } = mute
  const until =
    minutes === null
      ? sql`${forever.toISOString()}::timestamptz`
      : sql`clock_timestamp() + ${minutes} * interval '1 minute'`
  const [stored] = await tx
    .insert(roomMute)
    .values({ roomId, personId, until, reason, mutedById })
    .onConflictDoUpdate({
      target: [roomMute.roomId, roomMute.personId],
      set: { until, reason, mutedById, createdAt: sql`now()` },
    })
    .returning({ until: roomMute.until })
  if (!stored) throw new Error('The mute was not stored.')
  if (!(await setSeat(tx, mute, stored.until))) {
    // Somebody without a seat may be taking one at this moment: whoever does waits for this row, or is waited for.
    await tx.select({ id: room.id }).from(room).where(eq(room.id, roomId)).for('update')
    await setSeat(tx, mute, stored.until)
  }
  await announceStanding(tx, { roomId, personId })
  return untilOf(stored.until)
}

/** Lets a person write again. @returns false when they could all along */
export async function liftMute(
  tx: Transaction,
  { roomId, personId }: { roomId: string; personId: string },
): Promise<boolean> {
  const lifted = await tx
    .delete(roomMute)
    .where(and(eq(roomMute.roomId, roomId), eq(roomMute.personId, personId)))
    .returning({ personId: roomMute.personId })
  if (lifted.length === 0) return false
  await setSeat(tx, { roomId, personId }, null)
  await announceStanding(tx, { roomId, personId })
  return true
}

async function setSeat(
  tx: Transaction,
  { roomId, personId }: { roomId: string; personId: string },
  mutedUntil: Date | null,
): Promise<boolean> {
  const set = await tx
    .update(seat)
    .set({ mutedUntil })
    .where(and(eq(seat.roomId, roomId), eq(seat.personId, personId)))
    .returning({ personId: seat.personId })
  return set.length > 0
}
