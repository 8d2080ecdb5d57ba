import type { TaskState } from '@/contracts/tasks'

export const taskStateWords: Record<TaskState, string> = {
  todo: 'To do',
  doing: 'Doing',
  done: 'Done',
}
/** The ring of each state, as a step's. */
export const taskRings = { todo: 'not_started', doing: 'learning', done: 'done' } as const
