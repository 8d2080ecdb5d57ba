'use client'
import clsx from 'clsx'
import type { RoomRuns } from '@/components/documents/use-room-runs'
import { useRoomStore } from '@/components/rooms/room-context'

/** Who runs what at this moment, when that is anybody else: choose whose output to see. */
export function LiveSwitch({
  runs: { live, own },
  chosenId,
  onChoose,
}: {
  runs: RoomRuns
  chosenId: string | null
  onChoose: (runId: string | null) => void
}) {
  const { me } = useRoomStore()
  if (live.length === 0) return null
  const entries = live.map(({ runId, person, path }) => ({
    runId,
    words: person.id === me.id ? `You run ${path} elsewhere` : `${person.name} runs ${path}`,
  }))
  if (own) entries.unshift({ runId: own.runId, words: `You run ${own.path}` })
  const shown = entries.some(({ runId }) => runId === chosenId)
    ? chosenId
    : chosenId
      ? null
      : entries[0]?.runId
  return (
    <ul
      aria-label="Running now"
      className="flex shrink-0 gap-1 overflow-x-auto border-b border-line px-2 py-1"
    >
      {entries.map(({ runId, words }) => (
        <li key={runId} className="shrink-0">
          <button
            type="button"
            aria-pressed={runId === shown}
            onClick={() => onChoose(runId)}
            className={clsx(
              'inline-flex min-h-7 items-center gap-1.5 rounded-full border px-2.5 text-xs pointer-coarse:min-h-11',
              runId === shown
                ? 'border-control bg-surface font-semibold text-ink'
                : 'border-transparent text-ink-2 hover:text-ink',
            )}
          >
            <span aria-hidden className="size-2 rounded-full bg-accent motion-safe:animate-pulse" />
            {words}
          </button>
        </li>
      ))}
    </ul>
  )
}
