'use client'
import { useState } from 'react'
import type { RoomRuns } from '@/components/documents/use-room-runs'
import { useRoomStore, useRoomView } from '@/components/rooms/room-context'
import { RunOutput } from '@/components/runner/run-output'
import { Button } from '@/components/ui/button'
import type { RunView } from '@/contracts/documents'
import { LoadedView } from './loaded-view'
import { RunCodeDialog } from './run-code-dialog'
import { runMessage } from './run-message'
import { useRun } from './use-run'

/**
 * The run that was chosen; else one's own while it is under way, else the newest that somebody runs now,
 * else the newest record.
 */
export function ShownRun({ runs, chosenId }: { runs: RoomRuns; chosenId: string | null }) {
  const recorded = useRoomView().runs
  const { phase, own, live, output, tests, problem } = runs
  const running = chosenId
    ? live.find(({ runId }) => runId === chosenId)
    : own
      ? undefined
      : live[0]
  const found = useRun(running ? null : (chosenId ?? recorded[0]?.id ?? null))
  if (own && (!chosenId || chosenId === own.runId)) {
    if (problem) return <p className="p-3 text-sm text-bad">{problem}</p>
    return (
      <RunOutput
        path={own.path}
        by="you"
        outcome={own.result?.outcome ?? null}
        durationMs={own.result?.durationMs ?? 0}
        output={output}
        tests={tests}
        loading={phase !== 'running'}
      />
    )
  }
  if (running)
    return <RunOutput {...running} by={running.person.name} outcome={null} durationMs={0} quiet />
  if (!found)
    return (
      <p className="p-3 text-sm text-ink-2">
        Nothing has run yet. Press Run: everybody in the room sees what comes out.
      </p>
    )
  if (found.state === 'missing')
    return <p className="p-3 text-sm text-ink-2">This run is not here any more.</p>
  if (found.state === 'found') return <RecordedRun run={found.run} />
  return (
    <div className="px-3">
      <LoadedView loaded={found}>{() => null}</LoadedView>
    </div>
  )
}

function RecordedRun({ run }: { run: RunView }) {
  const store = useRoomStore()
  const [asked, setAsked] = useState(false)
  const [shownId, setShownId] = useState<string>()
  const shown = shownId === run.id
  const show = () => {
    store.send(runMessage(store.roomId, run), null)
    setShownId(run.id)
  }
  const actions = (
    <>
      <Button size="s" look="quiet" className="px-2 text-xs" onClick={() => setAsked(true)}>
        Code as it was
      </Button>
      {/* It keeps the focus, so that its new words are read. */}
      <Button
        size="s"
        look="quiet"
        aria-disabled={shown || undefined}
        onClick={shown ? undefined : show}
        className="px-2 text-xs"
      >
        {shown ? 'Shown in chat' : 'Show in chat'}
      </Button>
    </>
  )
  return (
    <>
      <RunOutput {...run} by={run.person.name} quiet actions={actions} />
      <RunCodeDialog run={run} open={asked} onOpenChange={setAsked} />
    </>
  )
}
