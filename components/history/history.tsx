'use client'
import { BookmarkPlus, X } from 'lucide-react'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { v4 as uuid } from 'uuid'
import { useRoomStore, useRoomView } from '@/components/rooms/room-context'
import { Button, IconButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { historyHeading } from './history-heading'
import { NameForm } from './name-form'
import { Timeline } from './timeline'
import { VersionDetail } from './version-detail'
import { VersionHistory } from './version-history'
import { VersionList } from './version-list'

/** The versions of the room's files, in place of the editor. Loaded when somebody opens it. */
export function History({ onClose }: { onClose: () => void }) {
  const store = useRoomStore()
  const { documents } = useRoomView()
  const [history] = useState(() => new VersionHistory(store))
  const view = useSyncExternalStore(history.subscribe, history.getView, history.getView)
  const [chosenId, setChosenId] = useState<string>()
  const [saving, setSaving] = useState(false)
  const [said, setSaid] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  // Whoever moves by the keyboard is where the history begins.
  useEffect(() => heading.current?.focus(), [])
  const { versions } = view
  const chosen = versions.find(({ id }) => id === chosenId) ?? versions[0]
  // What one looks at stays while new versions come.
  if (chosen && chosen.id !== chosenId) setChosenId(chosen.id)

  async function save(name: string) {
    const { roomId, transport } = store
    const answer = await transport.request('version:save', { roomId, versionId: uuid(), name })
    if (!answer.ok) return answer.message
    history.learn(answer.version)
    setChosenId(answer.version.id)
    setSaving(false)
    setSaid(`“${answer.version.name}” is saved.`)
    heading.current?.focus()
  }
  return (
    <section
      aria-label="History"
      className="flex min-h-0 min-w-0 flex-1 flex-col overflow-y-auto md:overflow-hidden"
    >
      <div className="flex min-h-11 shrink-0 flex-wrap items-center gap-2 border-b border-line pr-1 pl-4 md:min-h-10">
        <h2
          ref={heading}
          id={historyHeading}
          tabIndex={-1}
          className="mr-auto font-text text-sm font-semibold tracking-normal outline-none"
        >
          History
        </h2>
        <Button
          size="s"
          look="quiet"
          aria-expanded={saving}
          disabled={documents.length === 0}
          onClick={() => setSaving(!saving)}
        >
          <BookmarkPlus aria-hidden className="size-4" />
          Save a version
        </Button>
        <IconButton label="Back to the editor" onClick={onClose}>
          <X aria-hidden className="size-4" />
        </IconButton>
      </div>
      {/* Others see it appear in the list. */}
      <p role="status" className="sr-only">
        {said}
      </p>
      {saving && (
        <div className="shrink-0 border-b border-line px-4 py-3">
          <NameForm
            label="Name of the new version"
            submit="Save it"
            run={save}
            onClose={() => setSaving(false)}
          />
        </div>
      )}
      {!chosen ? (
        <div className="m-auto w-full max-w-xl p-5">
          <EmptyState>
            No versions yet. Save one when the files are as you want to remember them. Others come
            about on their own: when the wheel passes on, when tests turn green, before a restore.
          </EmptyState>
        </div>
      ) : (
        <>
          {versions.length > 1 && (
            <div className="shrink-0 border-b border-line px-2 py-1.5">
              <Timeline versions={versions} chosenId={chosen.id} onChoose={setChosenId} />
            </div>
          )}
          <div className="flex flex-col md:min-h-0 md:flex-1 md:flex-row">
            <div className="flex max-h-56 shrink-0 flex-col border-b border-line md:max-h-none md:w-60 md:border-r md:border-b-0">
              <VersionList
                history={view}
                chosenId={chosen.id}
                onChoose={setChosenId}
                onLoadOlder={() => void history.loadOlder()}
              />
            </div>
            <VersionDetail history={history} version={chosen} />
          </div>
        </>
      )}
    </section>
  )
}
