import { inArray } from 'drizzle-orm'
import type { TaskView } from '@/contracts/tasks'
import type { Queryable } from '@/db/client'
import { task } from '@/db/schema'

export function toTaskView(row: typeof task.$inferSelect): TaskView {
  const { id, title, state, assigneeId, stepId, markId, createdById, createdAt } = row
  const at = createdAt.toISOString()
  return { id, title, state, assigneeId, stepId, markId, createdById, at }
}

/** Tasks by their ids; access is the caller's to check. */
export async function loadTasks(q: Queryable, ids: string[]): Promise<Map<string, TaskView>> {
  if (ids.length === 0) return new Map()
  const rows = await q.select().from(task).where(inArray(task.id, ids))
  return new Map(rows.map((row) => [row.id, toTaskView(row)]))
}
