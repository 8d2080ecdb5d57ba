'use client'
import { FileDown, Pencil } from 'lucide-react'
import { useState } from 'react'
import { useDesk } from '@/components/documents/desk-context'
import { useRoomStore, useRoomView } from '@/components/rooms/room-context'
import { Button } from '@/components/ui/button'
import { RelativeTime } from '@/components/ui/relative-time'
import { toast } from '@/components/ui/toast-queue'
import type { VersionView } from '@/contracts/versions'
import type { ComparedFile } from './compare-files'
import { NameForm } from './name-form'
import { RestoreButton } from './restore-button'
import type { VersionHistory } from './version-history'
import { reasonWords, versionPerson, versionTitle } from './version-words'

/** What a version is, and what can be done with it as a whole. */
export function VersionHead({
  history,
  version,
  files,
}: {
  history: VersionHistory
  version: VersionView
  files: ComparedFile[] | null
}) {
  const desk = useDesk()
  const store = useRoomStore()
  const { people, wheel } = useRoomView()
  const [naming, setNaming] = useState(false)
  const driver = people.find(({ id }) => id === wheel.driverId)
  const navigates = wheel.driverId !== null && wheel.driverId !== store.me.id
  const differs = files?.some(({ fate }) => fate !== 'same') ?? false
  const person = versionPerson(version)

  async function name(given: string) {
    const input = { roomId: store.roomId, versionId: version.id, name: given }
    const answer = await store.transport.request('version:name', input)
    if (!answer.ok) return answer.message
    history.learn(answer.version)
    setNaming(false)
  }
  async function patch() {
    try {
      const kept = (files ?? []).flatMap(({ kept }) => kept ?? [])
      const read = await Promise.all(kept.map((file) => history.read(version.id, file)))
      const texts = kept.flatMap(({ path }, at) => {
        const answer = read[at]
        return answer?.ok ? [{ path, text: answer.text }] : []
      })
      if (texts.length < kept.length) throw new Error('A file is missing.')
      const { downloadPatch } = await import('@/components/documents/download-files')
      const base = { files: texts, name: versionTitle(version) }
      const problem = await downloadPatch({ desk, store }, base)
      if (problem) toast('The patch was not made', problem)
    } catch {
      toast('The patch was not made', 'Check your connection and try again.')
    }
  }
  return (
    <div className="flex shrink-0 flex-col gap-2 border-b border-line px-4 py-3">
      {naming ? (
        <NameForm
          label="Name of this version"
          name={version.name ?? ''}
          submit="Name it"
          run={name}
          onClose={() => setNaming(false)}
        />
      ) : (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <div className="mr-auto min-w-40">
            <h3 className="font-text text-sm font-semibold tracking-normal">
              {versionTitle(version)}
            </h3>
            <p className="text-xs text-ink-3">
              {version.name && version.reason !== 'named' && `${reasonWords(version)}, `}
              {person && `${person}, `}
              <RelativeTime at={version.at} />
            </p>
          </div>
          <Button size="s" look="quiet" onClick={() => setNaming(true)}>
            <Pencil aria-hidden className="size-4" />
            {version.name ? 'Rename' : 'Name this version'}
          </Button>
          {differs && (
            <Button size="s" look="quiet" onClick={() => void patch()}>
              <FileDown aria-hidden className="size-4" />
              Patch since this version
            </Button>
          )}
          {differs && files && !navigates && (
            <RestoreButton version={version} files={files} file={null} />
          )}
        </div>
      )}
      {navigates && differs && (
        <p className="text-xs text-ink-2">
          {driver ? driver.name : 'Somebody else'} drives: ask for the wheel to restore files.
        </p>
      )}
    </div>
  )
}
