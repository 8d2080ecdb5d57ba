'use client'
import { useCallback, useRef } from 'react'
import { useDesk } from '@/components/documents/desk-context'
import { useRoomStore } from '@/components/rooms/room-context'
import type { RoomStore } from '@/components/rooms/room-store'
import { toast } from '@/components/ui/toast-queue'
import type { MarkView } from '@/contracts/marks'
import { rangeOf } from './anchors'
import { useMarksDesk } from './marks-context'

/** Leads to a mark by its id, wherever its text is now; says so when it is not there any more. */
export function useMarkTarget() {
  const store = useRoomStore()
  const desk = useDesk()
  const { setTarget, setResolved } = useMarksDesk()
  const newest = useRef('')
  return useCallback(
    async (markId: string) => {
      newest.current = markId
      const known = store.getView().marks.find(({ id }) => id === markId)
      const found = known ?? (await ask(store, markId))
      // Somebody quick has gone on to another one.
      if (!found || newest.current !== markId) return
      if (!desk.files.has(found.documentId))
        return toast('The file of this question was deleted.', found.body)
      if (found.resolved) {
        setResolved(found)
        toast('This question was resolved.', found.body)
      }
      await desk.goTo({
        documentId: found.documentId,
        find(text) {
          const range = rangeOf(text, found)
          if (range && !found.resolved) setTarget(found.id)
          if (!range) toast('The text of this question is gone.', found.quote.slice(0, 120))
          return range && { from: range.from }
        },
      })
    },
    [store, desk, setTarget, setResolved],
  )
}

async function ask({ transport, roomId }: RoomStore, markId: string): Promise<MarkView | null> {
  const answer = await transport.request('mark:get', { roomId, markId })
  if (answer.ok) return answer.mark
  if (answer.code === 'NotFound') toast('This question is not here any more.')
  else toast('The question could not be found', answer.message)
  return null
}
