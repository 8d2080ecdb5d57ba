import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { mark } from '@/db/schema'
import { lockMark } from '@/domain/access/marks'
import { lockWorkingSeat } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { publishToRoom } from '@/domain/publish'
import { appendRoomEvent, takeSequence } from '@/domain/rooms/append-room-event'
import { assertRoomForMarks } from './add-mark'
import { loadMarks } from './load-marks'

/** Puts a resolved question back on the code. Twice is once. @throws NotFound, Conflict at the limit */
export async function reopenMark(
  actor: Actor,
  input: { roomId: string; markId: string },
): Promise<{ seq: number }> {
  const { roomId, markId } = input
  const { seq, event } = await db().transaction(async (tx) => {
    const seat = await lockWorkingSeat(tx, actor, roomId)
    const found = await lockMark(tx, seat, markId)
    if (!found.resolvedAt) return { seq: seat.seq, event: null }
    await tx.update(mark).set({ resolvedAt: null, resolvedById: null }).where(eq(mark.id, markId))
    const taken = await takeSequence(tx, roomId)
    await assertRoomForMarks(tx, roomId)
    const reopened = (await loadMarks(tx, [markId])).get(markId)
    if (!reopened) throw new Error(`Mark ${markId} is gone.`)
    const draft = { kind: 'mark:reopened', mark: reopened } as const
    const appended = await appendRoomEvent(tx, roomId, actor.personId, draft, taken)
    return { seq: appended.seq, event: appended }
  })
  if (event) await publishToRoom(roomId, [event])
  return { seq }
}
