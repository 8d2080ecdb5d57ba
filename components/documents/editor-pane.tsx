'use client'
import type { EditorView } from '@codemirror/view'
import clsx from 'clsx'
import { useCallback, useId, useState } from 'react'
import { MarkCardViews } from '@/components/marks/mark-card-views'
import { useEditorMarks } from '@/components/marks/use-editor-marks'
import { copyText } from '@/components/rooms/copy-text'
import { useRoomStore, useRoomView } from '@/components/rooms/room-context'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import { toast } from '@/components/ui/toast-queue'
import type { DocumentView } from '@/contracts/documents'
import { CodeEditor } from './code-editor'
import { useDesk, useDeskView, useSyncView } from './desk-context'
import type { SyncView } from './document-sync'
import { useEditorAtHand } from './editor-at-hand'
import { useAim } from './use-aim'
import { useShareLines } from './use-share-lines'

const firstName = (name: string) => name.split(/\s+/)[0] ?? name

/** One file in its editor, with what has to be said about it above. */
export function EditorPane({ file }: { file: DocumentView }) {
  const desk = useDesk()
  const sync = desk.sync(file.id)
  const { replica, readable, gone, refusal } = useSyncView(sync)
  const { followingId } = useDeskView()
  const { people, wheel } = useRoomView()
  const { me } = useRoomStore()
  const hint = useId()
  const [view, setView] = useState<EditorView | null>(null)
  const [, lendView] = useEditorAtHand()
  const share = useShareLines(file, view)
  const { extension, ...marks } = useEditorMarks(file.id, replica, view, share)
  useAim(view, replica, file.id)
  const driver = people.find((one) => one.id === wheel.driverId)
  const navigates = wheel.driverId !== null && wheel.driverId !== me.id
  const followed = people.find((one) => one.id === followingId)
  const person = useCallback(
    (personId: string) => {
      const found = people.find((one) => one.id === personId)
      return found && { name: firstName(found.name), line: found.line }
    },
    [people],
  )
  const onOwnMove = useCallback(() => {
    if (desk.getView().followingId) desk.follow(null)
  }, [desk])

  return (
    <div
      className="relative flex min-h-0 flex-1 flex-col"
      style={followed && { boxShadow: `inset 0 0 0 3px var(--line-${followed.line})` }}
    >
      {followed && (
        <div
          role="status"
          className="flex items-center gap-3 px-4 py-1 text-xs font-semibold text-on-line"
          style={{ backgroundColor: `var(--line-${followed.line})` }}
        >
          <span className="flex-1">Following {followed.name}. Your own move ends it.</span>
          <button
            type="button"
            onClick={() => desk.follow(null)}
            className="min-h-6 rounded-s px-2 underline"
          >
            Stop
          </button>
        </div>
      )}
      <div role="status">
        {!refusal && navigates && (
          <p className="border-b border-line bg-bg px-4 py-1.5 text-xs text-ink-2">
            {driver ? `${driver.name} drives` : 'Somebody else drives'}: you can read and point. Ask
            for the wheel to write.
          </p>
        )}
        {refusal && <Refusal refusal={refusal} onDone={sync.dismissRefusal} />}
        {gone && (
          <p className="border-b border-line bg-warn-soft px-4 py-1.5 text-xs text-warn">
            This file cannot be reached any more. What you see is the last that was known.
          </p>
        )}
      </div>
      <div className={clsx('peer min-h-0 flex-1', followed && 'm-[3px]')}>
        {readable ? (
          <CodeEditor
            key={replica.doc.guid}
            replica={replica}
            path={file.path}
            readOnly={navigates || refusal !== null || gone}
            describedBy={hint}
            followingId={followingId}
            person={person}
            onOwnMove={onOwnMove}
            extension={extension}
            onView={(next) => {
              setView(next)
              lendView(next)
            }}
          />
        ) : (
          <div aria-busy className="flex flex-col gap-3 p-6">
            <Skeleton className="h-4 w-1/2" />
            <Skeleton className="h-4 w-2/3" />
            <Skeleton className="h-4 w-1/3" />
          </div>
        )}
      </div>
      <MarkCardViews {...marks} view={view} replica={replica} path={file.path} />
      <p
        aria-hidden
        className="pointer-events-none absolute right-4 bottom-1 z-10 hidden bg-surface px-1 text-xs text-ink-3 pointer-fine:peer-focus-within:block"
      >
        Esc, then Tab leaves the editor
      </p>
      <p id={hint} className="sr-only">
        Tab indents. To leave the editor, press Escape and then Tab. Control or Command, Alt and M
        asks about this line; with N instead of M, you get to the next question; with S, the line
        goes into the chat.
      </p>
    </div>
  )
}

function Refusal({
  refusal,
  onDone,
}: {
  refusal: NonNullable<SyncView['refusal']>
  onDone: () => void
}) {
  async function copy() {
    if (await copyText(refusal.text)) toast('Copied.')
    else toast('This browser does not let pages copy.')
  }
  return (
    <div className="flex flex-wrap items-center gap-2 border-b border-line bg-warn-soft px-4 py-2 text-xs text-warn">
      <p className="min-w-40 flex-1">
        {refusal.message} Your newest changes were not stored and have been taken back here.
      </p>
      <Button size="s" onClick={() => void copy()}>
        Copy your text
      </Button>
      <Button size="s" onClick={onDone}>
        Go on
      </Button>
    </div>
  )
}
