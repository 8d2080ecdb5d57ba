'use client'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useRoomStore, useRoomView } from '@/components/rooms/room-context'
import type { PersonView } from '@/contracts/realtime'
import { type LiveRun, LiveRuns } from './live-runs'

export type ShownLiveRun = LiveRun & { path: string; person: PersonView }

/** The programs of others that run at this moment, the newest first, with what people call them. */
export function useLiveRuns(): ShownLiveRun[] {
  const store = useRoomStore()
  const { people, documents } = useRoomView()
  const [live] = useState(() => new LiveRuns(store))
  useEffect(() => {
    live.start()
    return () => live.stop()
  }, [live])
  const runs = useSyncExternalStore(live.subscribe, live.getView, live.getView)
  return runs.flatMap((run) => {
    const person = people.find(({ id }) => id === run.personId)
    const path = documents.find(({ id }) => id === run.documentId)?.path
    // Of a file or a person that this page has not heard of yet, the next render may know.
    return person && path ? [{ ...run, person, path }] : []
  })
}
