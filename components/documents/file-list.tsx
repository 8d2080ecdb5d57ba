'use client'
import clsx from 'clsx'
import { FilePlus, FolderOpen, Upload } from 'lucide-react'
import { type DragEvent, useMemo, useRef, useState } from 'react'
import { useRoomStore, useRoomView } from '@/components/rooms/room-context'
import { Button, IconButton } from '@/components/ui/button'
import { toast } from '@/components/ui/toast-queue'
import type { DocumentView } from '@/contracts/documents'
import { useDesk, useDeskView } from './desk-context'
import { DownloadMenu } from './download-menu'
import { FileDialog, type FileDialogFor } from './file-dialog'
import { FileRow } from './file-row'
import { buildFileTree, type Folder } from './file-tree'
import { importFiles, sumUp } from './import-files'

/** The room's files in their folders, and what can be done with them. */
export function FileList({ onOpened }: { onOpened: () => void }) {
  const desk = useDesk()
  const { activeId, places } = useDeskView()
  const { documents, people } = useRoomView()
  const { me } = useRoomStore()
  const [dialog, setDialog] = useState<FileDialogFor>(null)
  const [deleted, setDeleted] = useState<DocumentView | null>(null)
  const [dragging, setDragging] = useState(false)
  const picker = useRef<HTMLInputElement>(null)
  const tree = useMemo(() => buildFileTree(documents), [documents])
  const taken = documents.map(({ path }) => path)

  async function take(files: File[]) {
    const problems = await importFiles(desk, files, taken)
    if (problems.length > 0) toast('Not everything was imported', sumUp(problems))
  }
  async function remove(file: DocumentView) {
    const answer = await desk.files.remove(file.id)
    if (answer.ok) setDeleted(file)
    else toast(`${file.path} was not deleted`, answer.message)
  }
  async function restore(file: DocumentView) {
    const answer = await desk.files.restore(file.id)
    if (answer.ok) setDeleted(null)
    else toast(`${file.path} was not restored`, answer.message)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setDragging(false)
    void take([...event.dataTransfer.files])
  }
  const isFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')

  const draw = (folder: Folder, depth: number) => (
    <ul aria-label={depth === 0 ? 'Files' : folder.path}>
      {folder.folders.map((inside) => (
        <li key={inside.path}>
          <p
            style={{ paddingLeft: `${0.875 + depth * 0.75}rem` }}
            className="flex min-h-8 items-center gap-1.5 font-code text-xs text-ink-3"
          >
            <FolderOpen aria-hidden className="size-3.5 shrink-0" />
            <span className="truncate">{inside.name}</span>
          </p>
          {draw(inside, depth + 1)}
        </li>
      ))}
      {folder.files.map((file) => (
        <FileRow
          key={file.id}
          file={file}
          depth={depth}
          active={file.id === activeId}
          people={people.filter((one) => one.id !== me.id && places.get(one.id) === file.id)}
          onOpen={() => {
            desk.open(file.id)
            onOpened()
          }}
          onRename={() => setDialog(file)}
          onDelete={() => void remove(file)}
        />
      ))}
    </ul>
  )

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut for the button "Import files".
    <div
      onDragOver={(event) => {
        if (!isFiles(event)) return
        event.preventDefault()
        setDragging(true)
      }}
      onDragLeave={() => setDragging(false)}
      onDrop={drop}
      className={clsx('flex min-h-0 flex-1 flex-col', dragging && 'bg-accent-soft')}
    >
      <div className="flex h-10 shrink-0 items-center pr-1 pl-3.5">
        <h2 className="mr-auto font-text text-xs font-normal tracking-normal text-ink-3">Files</h2>
        {documents.length > 0 && <DownloadMenu />}
        <IconButton label="Import files or a zip" onClick={() => picker.current?.click()}>
          <Upload aria-hidden className="size-4" />
        </IconButton>
        <IconButton label="New file" onClick={() => setDialog('new')}>
          <FilePlus aria-hidden className="size-4" />
        </IconButton>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          onChange={(event) => {
            const files = [...(event.target.files ?? [])]
            event.target.value = ''
            void take(files)
          }}
        />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto pb-2">
        {documents.length === 0 ? (
          <p className="px-3.5 text-xs text-ink-3">No files yet.</p>
        ) : (
          draw(tree, 0)
        )}
      </div>
      <div role="status">
        {deleted && (
          <div className="flex items-center gap-2 border-t border-line px-3.5 py-1.5 text-xs text-ink-2">
            <span className="min-w-0 flex-1 truncate" title={deleted.path}>
              {deleted.path} deleted
            </span>
            <Button size="s" onClick={() => void restore(deleted)}>
              Undo
            </Button>
          </div>
        )}
      </div>
      <FileDialog what={dialog} taken={taken} onClose={() => setDialog(null)} />
    </div>
  )
}
