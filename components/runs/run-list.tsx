'use client'
import { useState } from 'react'
import { useRoomView } from '@/components/rooms/room-context'
import { outcomes } from '@/components/runner/outcome-badge'
import { Button } from '@/components/ui/button'
import { RelativeTime } from '@/components/ui/relative-time'
import type { RunView } from '@/contracts/documents'
import { CompareDialog } from './compare-dialog'

/** The newest runs of the room, whoever pressed Run: each can be looked at, and any two compared. */
export function RunList({ onChoose }: { onChoose: (runId: string) => void }) {
  const { runs } = useRoomView()
  const [marked, setMarked] = useState<string[]>([])
  const [compared, setCompared] = useState<[RunView, RunView] | null>(null)
  if (runs.length === 0)
    return <p className="p-3 text-sm text-ink-2">The room's runs will be listed here.</p>
  // The list is the newest first, and moves on: what left it is not chosen any more.
  const [later, earlier] = runs.filter(({ id }) => marked.includes(id))
  const pair: [RunView, RunView] | null = later && earlier ? [earlier, later] : null
  return (
    <>
      <div className="flex min-h-10 items-center gap-3 border-b border-line px-3 text-xs text-ink-2 pointer-coarse:min-h-12">
        <span role="status" className="flex-1">
          {pair
            ? 'Two are chosen.'
            : later
              ? 'Choose one more to compare.'
              : 'Choose two to compare.'}
        </span>
        {later && (
          <Button size="s" look="quiet" onClick={() => setMarked([])}>
            Choose none
          </Button>
        )}
        <Button size="s" disabled={!pair} onClick={() => setCompared(pair)}>
          Compare
        </Button>
      </div>
      <ul aria-label="Runs" className="min-h-0 flex-1 overflow-y-auto">
        {runs.map((run) => {
          const on = run === later || run === earlier
          return (
            <Row
              key={run.id}
              run={run}
              marked={on}
              full={pair !== null && !on}
              onMark={() =>
                setMarked(on ? marked.filter((id) => id !== run.id) : [...marked, run.id])
              }
              onChoose={() => onChoose(run.id)}
            />
          )
        })}
      </ul>
      <CompareDialog runs={compared} onClose={() => setCompared(null)} />
    </>
  )
}

function Row({
  run,
  marked,
  full,
  onMark,
  onChoose,
}: {
  run: RunView
  marked: boolean
  /** Two others are chosen. */
  full: boolean
  onMark: () => void
  onChoose: () => void
}) {
  const { path, outcome, durationMs, person, at } = run
  const { word, className, Icon } = outcomes[outcome]
  return (
    <li className="flex items-stretch border-b border-line">
      <label className="flex min-w-9 items-center justify-center pl-1 pointer-coarse:min-w-11">
        <input
          type="checkbox"
          checked={marked}
          disabled={full}
          onChange={onMark}
          className="size-4 accent-accent"
        />
        <span className="sr-only">
          Compare the run of {path} by {person.name}, {word.toLowerCase()}
        </span>
      </label>
      <button
        type="button"
        onClick={onChoose}
        className="flex min-h-9 min-w-0 flex-1 items-center gap-2 px-2 text-left text-xs hover:bg-sunken focus-visible:-outline-offset-2 pointer-coarse:min-h-11"
      >
        <Icon aria-hidden className={`size-4 shrink-0 ${className}`} />
        <span className="min-w-0 truncate font-code">{path}</span>
        <span className={className}>{word.toLowerCase()}</span>
        <span className="tabular ml-auto shrink-0 text-ink-2">
          <span className="hidden sm:inline">{person.name}, </span>
          {(durationMs / 1000).toFixed(2)} s, <RelativeTime at={at} />
        </span>
      </button>
    </li>
  )
}
