import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { mark } from '@/db/schema'
import { canDeleteMark, lockMark } from '@/domain/access/marks'
import { lockWorkingSeat } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { Forbidden } from '@/domain/errors'
import { publishToRoom } from '@/domain/publish'
import { appendRoomEvent } from '@/domain/rooms/append-room-event'

/** Removes a question with its words for good; a task made of it stays. @throws NotFound, Forbidden */
export async function deleteMark(
  actor: Actor,
  input: { roomId: string; markId: string },
): Promise<{ seq: number }> {
  const { roomId, markId } = input
  const event = await db().transaction(async (tx) => {
    const seat = await lockWorkingSeat(tx, actor, roomId)
    const found = await lockMark(tx, seat, markId)
    if (!canDeleteMark(seat, found))
      throw new Forbidden('Only its author or the project’s owner and maintainers can delete this.')
    await tx.delete(mark).where(eq(mark.id, markId))
    return appendRoomEvent(tx, roomId, actor.personId, { kind: 'mark:deleted', markId })
  })
  await publishToRoom(roomId, [event])
  return { seq: event.seq }
}
