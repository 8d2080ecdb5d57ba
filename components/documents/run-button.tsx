'use client'
import { Play, Square } from 'lucide-react'
import { languageOf } from '@/components/runner/language-of'
import { Button } from '@/components/ui/button'
import type { DocumentView } from '@/contracts/documents'

/** Runs the file at hand, or ends what runs. */
export function RunButton({
  file,
  running,
  onRun,
  onStop,
}: {
  file: DocumentView | undefined
  running: boolean
  onRun: () => void
  onStop: () => void
}) {
  if (running)
    return (
      <Button size="s" onClick={onStop} className="sm:min-h-9">
        <Square aria-hidden className="size-3.5 fill-current" />
        Stop
      </Button>
    )
  const runs = file !== undefined && languageOf(file.path) !== null
  return (
    <Button
      look="accent"
      size="s"
      disabled={!runs}
      onClick={onRun}
      title={
        runs
          ? `Run ${file.path}`
          : 'Open a JavaScript, TypeScript, Python, SQL or HTML file to run it'
      }
      className="sm:min-h-9"
    >
      <Play aria-hidden className="size-3.5 fill-current" />
      Run
    </Button>
  )
}
