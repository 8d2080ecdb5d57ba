import { type RefObject, useCallback } from 'react'
import { toast } from '@/components/ui/toast'
import { useRoomStore } from './room-context'

/**
 * Puts files beside what is being written, and goes on writing.
 * @param threadId the thread in which it is written; null for the main list
 */
export function useAddFiles(
  composer: RefObject<HTMLTextAreaElement | null>,
  threadId: string | null,
) {
  const store = useRoomStore()
  return useCallback(
    (files: File[]) => {
      if (files.length === 0) return
      if (store.getView().standing.muted)
        return toast('No files were added.', 'You can read here, but not write.')
      const problem = store.uploads.add(files, threadId)
      if (problem) toast('Not all files were added.', problem)
      // What lay over the composer is gone by then.
      requestAnimationFrame(() => composer.current?.focus())
    },
    [store, composer, threadId],
  )
}
