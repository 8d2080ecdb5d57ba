'use client'
import { useCallback, useState } from 'react'
import { v4 as uuid } from 'uuid'
import { realClock } from '@/components/rooms/clock'
import { useRoomStore, useRoomView } from '@/components/rooms/room-context'
import { languageOf } from '@/components/runner/language-of'
import type { RunResult } from '@/components/runner/run-record'
import { useRunner } from '@/components/runner/use-runner'
import { RunPrinter } from '@/components/runs/run-printer'
import { useLiveRuns } from '@/components/runs/use-live-runs'
import { toast } from '@/components/ui/toast-queue'
import type { DocumentView } from '@/contracts/documents'
import { useDesk } from './desk-context'

export type OwnRun = { runId: string; path: string; result: RunResult | null }

/** Runs files of the room on this device, tells the room what comes out, and hears what others run. */
export function useRoomRuns() {
  const desk = useDesk()
  const { roomId, transport } = useRoomStore()
  const { runs } = useRoomView()
  const runner = useRunner()
  const live = useLiveRuns()
  const [own, setOwn] = useState<OwnRun | null>(null)
  const [previewing, setPreviewing] = useState(false)
  const { run, closePreview } = runner

  const start = useCallback(
    async (file: DocumentView, input: string, preview: HTMLElement | null) => {
      const language = languageOf(file.path)
      if (!language) return
      const runId = uuid()
      setOwn({ runId, path: file.path, result: null })
      setPreviewing(language === 'html')
      const place = { roomId, runId, documentId: file.id }
      const printer = new RunPrinter(realClock, (frame) =>
        transport.hint('run:print', { ...place, language, ...frame }),
      )
      printer.start()
      const files = await desk.readAll()
      const program = files.map(({ path, text }) => ({ path, text }))
      const request = { language, entry: file.path, files: program, input }
      const result = await run(request, preview ?? undefined, {
        onOutput: (chunk) => printer.write(chunk),
        onTests: (tests) => printer.report(tests),
      })
      printer.end()
      if (!result) return
      setOwn({ runId, path: file.path, result })
      // The server keeps the code as it has it, so what ran must be there first.
      await desk.sync(file.id).settled()
      const answer = await transport.request('run:record', { ...place, language, input, ...result })
      if (!answer.ok) toast('The others do not see this run', answer.message)
    },
    [desk, run, roomId, transport],
  )
  const endPreview = useCallback(() => {
    closePreview()
    setPreviewing(false)
  }, [closePreview])
  // Once the room knows the run, its own record stands for it.
  const pending = own && !runs.some((one) => one.id === own.runId) ? own : null
  return { ...runner, start, own: pending, live, previewing, endPreview }
}
export type RoomRuns = ReturnType<typeof useRoomRuns>
