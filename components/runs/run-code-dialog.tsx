'use client'
import { useState } from 'react'
import { useRoomStore } from '@/components/rooms/room-context'
import type { RoomStore } from '@/components/rooms/room-store'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { RelativeTime } from '@/components/ui/relative-time'
import type { RunView } from '@/contracts/documents'
import { LazyCodeDiff, LazyCodeView } from './lazy-code'
import { LoadedView } from './loaded-view'
import { readNow } from './read-now'
import { useLoaded } from './use-loaded'

/** @throws Error in a sentence */
export async function readRunCode(
  { roomId, transport }: RoomStore,
  runId: string,
): Promise<string> {
  const answer = await transport.request('run:open', { roomId, runId })
  if (!answer.ok) throw new Error(answer.message)
  return answer.code
}

/** The code of a run as it was then, and what has changed since. */
export function RunCodeDialog({
  run,
  open,
  onOpenChange,
}: {
  run: RunView
  open: boolean
  onOpenChange: (open: boolean) => void
}) {
  const { path, person, at } = run
  return (
    <Dialog
      wide
      open={open}
      onOpenChange={onOpenChange}
      title={path}
      description={
        <>
          As it was when {person.name} ran it, <RelativeTime at={at} />.
        </>
      }
    >
      <RunCode run={run} />
    </Dialog>
  )
}

function RunCode({ run }: { run: RunView }) {
  const store = useRoomStore()
  const [comparing, setComparing] = useState(false)
  const { id, path, documentId } = run
  const then = useLoaded(id, () => readRunCode(store, id))
  const now = useLoaded(comparing ? documentId : null, async () => {
    const text = await readNow(store, documentId)
    if (text === null) throw new Error('The file is deleted, or cannot be reached now.')
    return text
  })
  return (
    <>
      <Button size="s" onClick={() => setComparing(!comparing)} className="self-start">
        {comparing ? 'Show it alone' : 'Compare with now'}
      </Button>
      <LoadedView loaded={then}>
        {(code) =>
          comparing ? (
            <LoadedView loaded={now}>
              {(text) => (
                <LazyCodeDiff
                  path={path}
                  left={{ title: 'When it ran', text: code }}
                  right={{ title: 'Now', text }}
                />
              )}
            </LoadedView>
          ) : (
            <div className="max-h-[60dvh] min-h-24 overflow-auto rounded-s border border-line">
              <LazyCodeView path={path} text={code} label={`${path}, as it was`} />
            </div>
          )
        }
      </LoadedView>
    </>
  )
}
