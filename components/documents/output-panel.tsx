'use client'
import clsx from 'clsx'
import { ChevronDown, ChevronUp } from 'lucide-react'
import { type RefObject, useEffect, useState } from 'react'
import { useRoomPlaces } from '@/components/rooms/room-places'
import { LiveSwitch } from '@/components/runs/live-switch'
import { RunAnnouncer } from '@/components/runs/run-announcer'
import { RunList } from '@/components/runs/run-list'
import { ShownRun } from '@/components/runs/shown-run'
import { Button, IconButton } from '@/components/ui/button'
import { Textarea } from '@/components/ui/field'
import type { RoomRuns } from './use-room-runs'

export type OutputTab = 'output' | 'input' | 'runs'
const tabs: { name: OutputTab; label: string }[] = [
  { name: 'output', label: 'Output' },
  { name: 'input', label: 'Input' },
  { name: 'runs', label: 'Runs' },
]

/** What programs printed: one's own while it runs, else the newest of the room or one that was chosen. */
export function OutputPanel({
  runs,
  input,
  onInput,
  preview,
  folded,
  onFold,
}: {
  runs: RoomRuns
  input: string
  onInput: (input: string) => void
  /** Where a web page is shown. */
  preview: RefObject<HTMLDivElement | null>
  folded: boolean
  onFold: (folded: boolean) => void
}) {
  const [tab, setTab] = useState<OutputTab>('output')
  const [chosenId, setChosenId] = useState<string | null>(null)
  const { place, done } = useRoomPlaces()
  const [seen, setSeen] = useState<string>()
  // Pressing Run leads to what it prints, whatever was looked at before.
  if (runs.own && runs.own.runId !== seen) {
    setSeen(runs.own.runId)
    setTab('output')
    setChosenId(null)
  }
  useEffect(() => {
    if (!place || !('run' in place)) return
    setChosenId(place.run)
    setTab('output')
    onFold(false)
    done()
  }, [place, done, onFold])
  const Chevron = folded ? ChevronUp : ChevronDown
  const show = (name: OutputTab) => {
    setTab(name)
    if (name === 'output') setChosenId(null)
    if (folded) onFold(false)
  }
  return (
    <section aria-label="Output" className="flex min-h-0 flex-1 flex-col bg-bg">
      <div className="flex h-9 shrink-0 items-center gap-1 pr-1 pl-2">
        {tabs.map(({ name, label }) => (
          <button
            key={name}
            type="button"
            aria-pressed={tab === name && !folded}
            onClick={() => show(name)}
            className={clsx(
              'min-h-8 px-2 text-xs pointer-coarse:min-h-11',
              tab === name ? 'font-semibold text-ink' : 'text-ink-2 hover:text-ink',
            )}
          >
            {label}
          </button>
        ))}
        {runs.previewing && tab === 'output' && (
          <Button size="s" look="quiet" onClick={runs.endPreview} className="ml-auto">
            Close the page
          </Button>
        )}
        <IconButton
          label={folded ? 'Show the output' : 'Hide the output'}
          aria-expanded={!folded}
          onClick={() => onFold(!folded)}
          className={runs.previewing && tab === 'output' ? '' : 'ml-auto'}
        >
          <Chevron aria-hidden className="size-4" />
        </IconButton>
      </div>
      <div
        className={clsx('min-h-0 flex-1 flex-col border-t border-line', folded ? 'hidden' : 'flex')}
      >
        <div
          ref={preview}
          className={clsx(
            'min-h-0 flex-[2] bg-[white] *:size-full',
            (!runs.previewing || tab !== 'output' || chosenId) && 'hidden',
          )}
        />
        {tab === 'output' && (
          <>
            <LiveSwitch runs={runs} chosenId={chosenId} onChoose={setChosenId} />
            <ShownRun runs={runs} chosenId={chosenId} />
          </>
        )}
        {tab === 'input' && (
          <div className="flex min-h-0 flex-1 flex-col gap-2 p-3">
            <label htmlFor="run-input" className="text-xs text-ink-2">
              What your program reads, line by line: prompt() in JavaScript, input() in Python.
            </label>
            <Textarea
              id="run-input"
              value={input}
              maxLength={10_000}
              onChange={(event) => onInput(event.target.value)}
              className="min-h-0 flex-1 resize-none font-code"
            />
          </div>
        )}
        {tab === 'runs' && (
          <RunList
            onChoose={(runId) => {
              setChosenId(runId)
              setTab('output')
            }}
          />
        )}
      </div>
      <RunAnnouncer live={runs.live} />
    </section>
  )
}
