'use client'
import { useMemo } from 'react'
import { v4 as uuid } from 'uuid'
import { useRoomStore } from '@/components/rooms/room-context'
import { toast } from '@/components/ui/toast-queue'
import type { MarkView } from '@/contracts/marks'
import { markMessage, taskTitle } from './mark-words'
import { useMarksDesk } from './marks-context'

/** What can be done with a mark; what becomes of it comes with the room's own events. */
export function useMarkActions() {
  const store = useRoomStore()
  const { setResolved } = useMarksDesk()
  return useMemo(() => {
    const { transport, roomId } = store
    const named = ({ id: markId }: MarkView) => ({ roomId, markId })
    return {
      async resolve(mark: MarkView) {
        const answer = await transport.request('mark:resolve', named(mark))
        if (answer.ok) setResolved(mark)
        else toast('The question was not resolved', answer.message)
      },
      async reopen(mark: MarkView) {
        const answer = await transport.request('mark:reopen', named(mark))
        if (answer.ok) setResolved(null)
        else toast('The question was not reopened', answer.message)
      },
      async remove(mark: MarkView) {
        const answer = await transport.request('mark:delete', named(mark))
        // Somebody was quicker.
        if (!answer.ok && answer.code !== 'NotFound')
          toast('The question was not deleted', answer.message)
      },
      /** @param place where it stands now, in words */
      say(mark: MarkView, place: string) {
        store.send(markMessage(roomId, mark, place), null)
        toast('Said in the chat.')
      },
      async makeTask(mark: MarkView) {
        const answer = await transport.request('task:create', {
          ...named(mark),
          taskId: uuid(),
          title: taskTitle(mark.body),
        })
        if (answer.ok) toast('It is a task now.', 'You find it under Tasks.')
        else toast('The task was not made', answer.message)
      },
    }
  }, [store, setResolved])
}
