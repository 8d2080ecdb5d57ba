'use client'
import { useRoomStore, useRoomView } from '@/components/rooms/room-context'
import { Button } from '@/components/ui/button'
import type { VersionView } from '@/contracts/versions'
import type { ComparedFile } from './compare-files'
import { RestoreButton } from './restore-button'

/** What has become of a file since a version, and the way back. */
export function FileHead({
  version,
  files,
  file,
  whole,
  onWhole,
}: {
  version: VersionView
  files: ComparedFile[]
  file: ComparedFile
  whole: boolean
  onWhole: (whole: boolean) => void
}) {
  const { me } = useRoomStore()
  const { wheel } = useRoomView()
  const navigates = wheel.driverId !== null && wheel.driverId !== me.id
  const { path, fate, now } = file
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-bg px-4 py-1.5">
      <p className="mr-auto min-w-0 text-xs">
        <span className="font-code">{path}</span>
        <span className="text-ink-3">{described(fate, now?.path)}</span>
      </p>
      {fate === 'changed' && (
        <Button size="s" look="quiet" aria-pressed={whole} onClick={() => onWhole(!whole)}>
          {whole ? 'Only what changed' : 'All lines'}
        </Button>
      )}
      {fate !== 'same' && fate !== 'added' && !navigates && (
        <RestoreButton version={version} files={files} file={file} />
      )}
    </div>
  )
}

function described(fate: ComparedFile['fate'], path = ''): string {
  if (fate === 'same') return ' is the same now'
  if (fate === 'added') return ' was not there yet'
  if (fate === 'deleted') return ' is deleted now'
  if (fate === 'moved') return ` is called ${path} now`
  return ': then and now'
}
