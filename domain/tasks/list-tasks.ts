import { asc, eq } from 'drizzle-orm'
import type { TaskView } from '@/contracts/tasks'
import type { Queryable } from '@/db/client'
import { task } from '@/db/schema'
import { toTaskView } from './load-tasks'

/** All tasks of a room, oldest first; access is the caller's to check. */
export async function listTasks(q: Queryable, roomId: string): Promise<TaskView[]> {
  const rows = await q
    .select()
    .from(task)
    .where(eq(task.roomId, roomId))
    .orderBy(asc(task.createdAt), asc(task.id))
  return rows.map(toTaskView)
}
