'use client'
import { RotateCcw } from 'lucide-react'
import { useRoomStore } from '@/components/rooms/room-context'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { toast } from '@/components/ui/toast-queue'
import type { VersionView } from '@/contracts/versions'
import type { ComparedFile } from './compare-files'
import { historyHeading } from './history-heading'
import { versionInWords } from './version-words'

/** Brings one file, or all, back to what they were; says before what will happen. */
export function RestoreButton({
  version,
  files,
  file,
}: {
  version: VersionView
  files: ComparedFile[]
  /** Null: all files. */
  file: ComparedFile | null
}) {
  const { roomId, transport } = useRoomStore()
  const what = file ? file.path : 'all files'

  async function restore() {
    const documentId = file?.documentId ?? null
    const input = { roomId, versionId: version.id, documentId }
    const answer = await transport.request('version:restore', input)
    if (!answer.ok) return answer.message
    // The button goes with what there was to restore: whoever moves by the keyboard is not left nowhere.
    requestAnimationFrame(() => document.getElementById(historyHeading)?.focus())
    toast(
      file ? `${what} is restored` : 'All files are restored',
      'What was there before is kept as a version.',
    )
  }
  return (
    <ConfirmButton
      size="s"
      label={file ? 'Restore this file' : 'Restore all files'}
      icon={<RotateCcw aria-hidden className="size-4" />}
      title={`Restore ${what}?`}
      description={
        <>
          {file ? consequence(file) : `${consequences(files)} `}
          This takes everybody back to {versionInWords(version)}. What is there now is kept as a
          version first, and what others type meanwhile stays.
        </>
      }
      confirmLabel={file ? 'Restore this file' : 'Restore all files'}
      run={restore}
    />
  )
}

function consequence({ fate, path, now }: ComparedFile): string {
  if (fate === 'deleted') return `${path} comes back. `
  if (fate === 'moved') return `${now?.path} is named ${path} again. `
  return ''
}

/** How many files change, come back and go. */
function consequences(files: ComparedFile[]): string {
  const count = (...fates: ComparedFile['fate'][]) =>
    files.filter(({ fate }) => fates.includes(fate)).length
  const say = (files: number, one: string, more: string) =>
    files === 0 ? [] : [files === 1 ? `1 file ${one}` : `${files} files ${more}`]
  const parts = [
    ...say(count('changed', 'moved'), 'changes', 'change'),
    ...say(count('deleted'), 'comes back', 'come back'),
    ...say(count('added'), 'that came since is deleted', 'that came since are deleted'),
  ]
  return `${new Intl.ListFormat('en').format(parts)}.`
}
