import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { task } from '@/db/schema'
import { lockWorkingSeat } from '@/domain/access/rooms'
import { canDeleteTask, lockTask } from '@/domain/access/tasks'
import type { Actor } from '@/domain/actor'
import { Forbidden } from '@/domain/errors'
import { publishToRoom } from '@/domain/publish'
import { appendRoomEvent } from '@/domain/rooms/append-room-event'

/** Takes a card off the board for good. @throws NotFound, Forbidden */
export async function deleteTask(
  actor: Actor,
  input: { roomId: string; taskId: string },
): Promise<{ seq: number }> {
  const { roomId, taskId } = input
  const event = await db().transaction(async (tx) => {
    const seat = await lockWorkingSeat(tx, actor, roomId)
    const found = await lockTask(tx, seat, taskId)
    if (!canDeleteTask(seat, found))
      throw new Forbidden('Only who made it or the project’s owner and maintainers can delete it.')
    await tx.delete(task).where(eq(task.id, taskId))
    return appendRoomEvent(tx, roomId, actor.personId, { kind: 'task:deleted', taskId })
  })
  await publishToRoom(roomId, [event])
  return { seq: event.seq }
}
