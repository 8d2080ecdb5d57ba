'use client'
import { useMemo } from 'react'
import { useRoomStore } from '@/components/rooms/room-context'
import { toast } from '@/components/ui/toast-queue'
import type { TaskView } from '@/contracts/tasks'

export type TaskChanges = Partial<Pick<TaskView, 'title' | 'state' | 'assigneeId' | 'stepId'>>

/** What can be done with the room's tasks; what becomes of it comes with the room's own events. */
export function useTaskActions() {
  const { transport, roomId } = useRoomStore()
  return useMemo(
    () => ({
      /** Resolves to what went wrong, in a sentence; to nothing when it is done. */
      async create(taskId: string, title: string): Promise<string | undefined> {
        const answer = await transport.request('task:create', { roomId, taskId, title })
        return answer.ok ? undefined : answer.message
      },
      async change(taskId: string, changes: TaskChanges): Promise<boolean> {
        const answer = await transport.request('task:change', { roomId, taskId, ...changes })
        if (!answer.ok) toast('The task was not changed', answer.message)
        return answer.ok
      },
      async remove(taskId: string): Promise<string | undefined> {
        const answer = await transport.request('task:delete', { roomId, taskId })
        // Somebody was quicker.
        return answer.ok || answer.code === 'NotFound' ? undefined : answer.message
      },
    }),
    [transport, roomId],
  )
}
