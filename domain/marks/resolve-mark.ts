import { eq, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { mark } from '@/db/schema'
import { lockMark } from '@/domain/access/marks'
import { lockWorkingSeat } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { publishToRoom } from '@/domain/publish'
import { appendRoomEvent } from '@/domain/rooms/append-room-event'

/** Takes an answered question off the code; anybody in the room may. Twice is once. @throws NotFound */
export async function resolveMark(
  actor: Actor,
  input: { roomId: string; markId: string },
): Promise<{ seq: number }> {
  const { roomId, markId } = input
  const { seq, event } = await db().transaction(async (tx) => {
    const seat = await lockWorkingSeat(tx, actor, roomId)
    const found = await lockMark(tx, seat, markId)
    if (found.resolvedAt) return { seq: seat.seq, event: null }
    const personId = seat.personId
    await tx
      .update(mark)
      .set({ resolvedAt: sql`clock_timestamp()`, resolvedById: personId })
      .where(eq(mark.id, markId))
    const draft = { kind: 'mark:resolved', markId, personId } as const
    const appended = await appendRoomEvent(tx, roomId, personId, draft)
    return { seq: appended.seq, event: appended }
  })
  if (event) await publishToRoom(roomId, [event])
  return { seq }
}
