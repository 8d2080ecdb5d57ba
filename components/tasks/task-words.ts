import type { TaskState } from '@/contracts/tasks'

export const taskStateWords: Record<TaskState, string> = {
  todo: 'To do',
  doing: 'Doing',
  done: 'Done',
}
