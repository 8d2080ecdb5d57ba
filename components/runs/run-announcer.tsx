'use client'
import { useEffect, useRef, useState } from 'react'
import { useRoomStore, useRoomView } from '@/components/rooms/room-context'
import { outcomeWords } from '@/components/runner/outcome-badge'
import type { ShownLiveRun } from './use-live-runs'

/** Tells readers of the screen that somebody else runs a program, and how that ended. */
export function RunAnnouncer({ live }: { live: ShownLiveRun[] }) {
  const { me } = useRoomStore()
  const { runs } = useRoomView()
  const before = useRef<ShownLiveRun[]>([])
  const [news, setNews] = useState('')
  useEffect(() => {
    const known = before.current
    before.current = live
    const begun = live.find(({ runId }) => !known.some((one) => one.runId === runId))
    const ended = runs.find((run) => known.some(({ runId }) => runId === run.id))
    const name = (person: { id: string; name: string }) =>
      person.id === me.id ? 'You' : person.name
    if (ended)
      setNews(
        `${ended.path}, run by ${name(ended.person)}: ${outcomeWords(ended.outcome, ended.tests)}.`,
      )
    else if (begun)
      setNews(`${name(begun.person)} ${me.id === begun.personId ? 'run' : 'runs'} ${begun.path}.`)
  }, [live, runs, me.id])
  return (
    <p role="status" className="sr-only">
      {news}
    </p>
  )
}
