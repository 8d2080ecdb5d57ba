import { eq } from 'drizzle-orm'
import type { ChangeTaskInput } from '@/contracts/tasks'
import { db } from '@/db/client'
import { task } from '@/db/schema'
import { lockWorkingSeat } from '@/domain/access/rooms'
import { assertSeated, assertStepOfProject, lockTask } from '@/domain/access/tasks'
import type { Actor } from '@/domain/actor'
import { publishToRoom } from '@/domain/publish'
import { appendRoomEvent } from '@/domain/rooms/append-room-event'
import { toTaskView } from './load-tasks'

/**
 * Changes what is given of a task; what is not given stays. Where nothing changes, it takes no number and
 * `seq` is the room's present one.
 * @throws NotFound; Conflict for an assignee without a seat, or a step that is not the project's
 */
export async function changeTask(actor: Actor, input: ChangeTaskInput): Promise<{ seq: number }> {
  const { roomId, taskId } = input
  const { seq, event } = await db().transaction(async (tx) => {
    const seat = await lockWorkingSeat(tx, actor, roomId)
    const before = await lockTask(tx, seat, taskId)
    const { title, state, assigneeId, stepId } = before
    const now = { title, state, assigneeId, stepId }
    const next = {
      title: input.title ?? title,
      state: input.state ?? state,
      assigneeId: input.assigneeId === undefined ? assigneeId : input.assigneeId,
      stepId: input.stepId === undefined ? stepId : input.stepId,
    }
    if (JSON.stringify(next) === JSON.stringify(now)) return { seq: seat.seq, event: null }
    if (next.assigneeId && next.assigneeId !== assigneeId)
      await assertSeated(tx, roomId, next.assigneeId)
    if (next.stepId && next.stepId !== stepId) await assertStepOfProject(tx, seat, next.stepId)
    await tx.update(task).set(next).where(eq(task.id, taskId))
    const draft = { kind: 'task:changed', task: toTaskView({ ...before, ...next }) } as const
    const appended = await appendRoomEvent(tx, roomId, actor.personId, draft)
    return { seq: appended.seq, event: appended }
  })
  if (event) await publishToRoom(roomId, [event])
  return { seq }
}
