import { and, eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { projectStep, task } from '@/db/schema'
import { Conflict, NotFound } from '@/domain/errors'
import { loadSeat, type RoomSeat } from './rooms'

export type LockedTask = typeof task.$inferSelect

/** A task of the seat's own room, locked until the transaction ends. @throws NotFound */
export async function lockTask(
  tx: Transaction,
  seat: RoomSeat,
  taskId: string,
): Promise<LockedTask> {
  const [found] = await tx
    .select()
    .from(task)
    .where(and(eq(task.id, taskId), eq(task.roomId, seat.roomId)))
    .for('update')
  if (!found) throw new NotFound('This task is not here.')
  return found
}

export function canDeleteTask(
  seat: Pick<RoomSeat, 'personId' | 'role'>,
  found: Pick<LockedTask, 'createdById'>,
): boolean {
  return found.createdById === seat.personId || seat.role === 'owner' || seat.role === 'maintainer'
}

/** Whoever is to do a task has a seat in its room. @throws Conflict */
export async function assertSeated(tx: Transaction, roomId: string, personId: string) {
  try {
    await loadSeat(tx, { personId }, roomId)
  } catch (error) {
    if (error instanceof NotFound) throw new Conflict('This person is not in the room any more.')
    throw error
  }
}

/** @throws Conflict when the project is about other steps, or the room belongs to no project */
export async function assertStepOfProject(tx: Transaction, seat: RoomSeat, stepId: string) {
  const [found] = seat.projectId
    ? await tx
        .select({ stepId: projectStep.stepId })
        .from(projectStep)
        .where(and(eq(projectStep.projectId, seat.projectId), eq(projectStep.stepId, stepId)))
    : []
  if (!found) throw new Conflict('The project is not about this step any more.')
}
