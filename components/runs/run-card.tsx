'use client'
import { memo, useState } from 'react'
import { useRoomStore } from '@/components/rooms/room-context'
import { useRoomPlaces } from '@/components/rooms/room-places'
import { countTests, formatDuration, OutcomeBadge } from '@/components/runner/outcome-badge'
import { Button } from '@/components/ui/button'
import { RelativeTime } from '@/components/ui/relative-time'
import { Skeleton } from '@/components/ui/skeleton'
import type { RunView } from '@/contracts/documents'
import { linkedIds } from '@/contracts/room-links'
import { RunCodeDialog } from './run-code-dialog'
import { useRun } from './use-run'

const frame = 'mt-1.5 mb-1 max-w-md rounded-m border border-line bg-surface'
const shownLines = 4

/** The runs of this room that a message links to, beneath its text. */
export const RunCards = memo(function RunCards({ body }: { body: string }) {
  const { roomId } = useRoomStore()
  const origin = typeof window === 'undefined' ? undefined : window.location.origin
  return linkedIds(body, roomId, 'run', origin).map((id) => <RunCard key={id} runId={id} />)
})

function RunCard({ runId }: { runId: string }) {
  const found = useRun(runId)
  if (found?.state === 'found') return <Card run={found.run} />
  if (found?.state === 'missing')
    return <p className={`${frame} px-3 py-2 text-xs text-ink-2`}>This run is not here any more.</p>
  if (found?.state === 'failed')
    return (
      <div className={`${frame} flex flex-wrap items-center gap-2 px-3 py-2 text-xs text-ink-2`}>
        <span className="min-w-40 flex-1">The run could not be fetched. {found.message}</span>
        <Button size="s" onClick={found.retry}>
          Try again
        </Button>
      </div>
    )
  return (
    <div aria-busy className={`${frame} flex flex-col gap-2 p-3`}>
      <Skeleton className="h-4 w-2/3" />
      <Skeleton className="h-4 w-1/2" />
    </div>
  )
}

function Card({ run }: { run: RunView }) {
  const { go } = useRoomPlaces()
  const [asked, setAsked] = useState(false)
  const { id, path, outcome, durationMs, tests, person, at, output } = run
  const lines = output.trimEnd().split('\n')
  const counted = countTests(tests)
  return (
    <section aria-label={`Run of ${path}`} className={frame}>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 px-3 pt-2 text-xs text-ink-2">
        <span className="min-w-0 truncate font-code text-ink">{path}</span>
        <OutcomeBadge outcome={outcome} />
        <span className="tabular font-code">{formatDuration(durationMs)}</span>
        {counted && <span>{counted}</span>}
      </div>
      <p className="px-3 pt-0.5 text-xs text-ink-3">
        {person.name}, <RelativeTime at={at} />
      </p>
      {output.trim() && (
        <pre className="mx-3 mt-2 overflow-hidden rounded-s bg-sunken px-2.5 py-1.5 font-code text-xs text-ink [overflow-wrap:anywhere] whitespace-pre-wrap">
          {lines.slice(0, shownLines).join('\n').slice(0, 400)}
          {lines.length > shownLines && (
            <span className="block text-ink-2">… {lines.length - shownLines} more lines</span>
          )}
        </pre>
      )}
      <div className="flex flex-wrap gap-1 p-1">
        <Button size="s" look="quiet" className="px-2 text-xs" onClick={() => go({ run: id })}>
          Open
        </Button>
        <Button size="s" look="quiet" className="px-2 text-xs" onClick={() => setAsked(true)}>
          Code as it was
        </Button>
      </div>
      <RunCodeDialog run={run} open={asked} onOpenChange={setAsked} />
    </section>
  )
}
