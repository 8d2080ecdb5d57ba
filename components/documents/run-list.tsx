'use client'
import { Check, CircleStop, Clock, X } from 'lucide-react'
import { useRoomView } from '@/components/rooms/room-context'
import { RelativeTime } from '@/components/ui/relative-time'

const outcomes = {
  passed: { word: 'passed', className: 'text-good', Icon: Check },
  failed: { word: 'failed', className: 'text-bad', Icon: X },
  stopped: { word: 'stopped', className: 'text-warn', Icon: CircleStop },
  timed_out: { word: 'out of time', className: 'text-warn', Icon: Clock },
}

/** The newest runs of the room, whoever pressed Run. */
export function RunList({ onChoose }: { onChoose: (runId: string) => void }) {
  const { runs } = useRoomView()
  if (runs.length === 0)
    return <p className="p-3 text-sm text-ink-2">The room's runs will be listed here.</p>
  return (
    <ul aria-label="Runs" className="min-h-0 flex-1 overflow-y-auto">
      {runs.map(({ id, path, outcome, durationMs, person, at }) => {
        const { word, className, Icon } = outcomes[outcome]
        return (
          <li key={id} className="border-b border-line">
            <button
              type="button"
              onClick={() => onChoose(id)}
              className="flex min-h-9 w-full items-center gap-2 px-3 text-left text-xs hover:bg-sunken focus-visible:-outline-offset-2 pointer-coarse:min-h-11"
            >
              <Icon aria-hidden className={`size-4 shrink-0 ${className}`} />
              <span className="min-w-0 truncate font-code">{path}</span>
              <span className={className}>{word}</span>
              <span className="tabular ml-auto shrink-0 text-ink-2">
                {person.name}, {(durationMs / 1000).toFixed(2)} s, <RelativeTime at={at} />
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
