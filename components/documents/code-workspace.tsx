'use client'
import clsx from 'clsx'
import { PanelLeftClose, PanelLeftOpen } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { LazyHistory } from '@/components/history/lazy-history'
import { AskForm } from '@/components/marks/ask-form'
import { MarksProvider } from '@/components/marks/marks-context'
import { MarksPanel } from '@/components/marks/marks-panel'
import { ResolvedStrip } from '@/components/marks/resolved-strip'
import { browserShelf } from '@/components/rooms/kept-text'
import { PanelDivider } from '@/components/rooms/panel-divider'
import { useRoomStore, useRoomView } from '@/components/rooms/room-context'
import { useRoomPlaces } from '@/components/rooms/room-places'
import { useKept } from '@/components/rooms/use-kept'
import { lendDesk } from '@/components/runs/read-now'
import { IconButton } from '@/components/ui/button'
import { DeskProvider, useDeskView } from './desk-context'
import { DocumentDesk } from './document-desk'
import { EditorAtHandProvider } from './editor-at-hand'
import { EditorBar } from './editor-bar'
import { EditorPane } from './editor-pane'
import { FileList } from './file-list'
import { openLocalCopy } from './local-copy'
import { NoFiles } from './no-files'
import { OutputPanel } from './output-panel'
import { RunButton } from './run-button'
import { useRoomPlace } from './use-room-place'
import { useRoomRuns } from './use-room-runs'

/** The room's files, the editor and what runs print. Loaded when somebody opens the editor. */
export function CodeWorkspace({ actions }: { actions: HTMLElement | null }) {
  const store = useRoomStore()
  const [desk, setDesk] = useState<DocumentDesk>()
  useEffect(() => {
    const opened = new DocumentDesk({ store, openCopy: openLocalCopy, shelf: browserShelf() })
    opened.start()
    const takeBack = lendDesk(store, opened)
    setDesk(opened)
    const ask = (event: BeforeUnloadEvent) => {
      if (opened.unsafe) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => {
      window.removeEventListener('beforeunload', ask)
      takeBack()
      opened.stop()
    }
  }, [store])
  if (!desk) return null
  return (
    <DeskProvider value={desk}>
      <MarksProvider>
        <EditorAtHandProvider>
          <Frame actions={actions} />
        </EditorAtHandProvider>
      </MarksProvider>
    </DeskProvider>
  )
}

function Frame({ actions }: { actions: HTMLElement | null }) {
  const { activeId } = useDeskView()
  const { documents, runs: recorded } = useRoomView()
  const [filesWidth, setFilesWidth] = useKept('prajix:panel:files', 190)
  const [filesOpen, setFilesOpen] = useKept('prajix:panel:files-open', true)
  const [filesOver, setFilesOver] = useState(false)
  const [looksBack, setLooksBack] = useState(false)
  const historyButton = useRef<HTMLButtonElement>(null)
  const [outputHeight, setOutputHeight] = useKept('prajix:panel:output', 200)
  const [outputFolded, setOutputFolded] = useKept('prajix:panel:output-folded', false)
  const [input, setInput] = useState('')
  const preview = useRef<HTMLDivElement>(null)
  const runs = useRoomRuns()
  useRoomPlace()
  const { place } = useRoomPlaces()
  // Whoever is led to a run, a mark or a line is not led to a version.
  if (place && looksBack) setLooksBack(false)
  const file = documents.find((one) => one.id === activeId)

  function run() {
    if (!file) return
    setLooksBack(false)
    setOutputFolded(false)
    void runs.start(file, input, preview.current)
  }
  function closeHistory() {
    setLooksBack(false)
    // Once it is there again.
    requestAnimationFrame(() => historyButton.current?.focus())
  }
  const filesToggle = (shown: boolean, toggle: () => void, className: string) => (
    <span className={clsx('shrink-0 items-center', className)}>
      <IconButton
        label={shown ? 'Hide the files' : 'Show the files'}
        aria-expanded={shown}
        onClick={toggle}
      >
        {shown ? (
          <PanelLeftClose aria-hidden className="size-4" />
        ) : (
          <PanelLeftOpen aria-hidden className="size-4" />
        )}
      </IconButton>
    </span>
  )
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col md:flex-row">
      {actions &&
        createPortal(
          <RunButton file={file} running={runs.phase !== 'idle'} onRun={run} onStop={runs.stop} />,
          actions,
        )}
      <aside
        aria-label="Files"
        style={{ '--files': `${filesWidth}px` } as React.CSSProperties}
        className={clsx(
          'max-h-[60dvh] min-h-0 flex-col border-b border-line md:max-h-none md:w-(--files) md:shrink-0 md:border-b-0',
          filesOver ? 'flex' : 'hidden',
          filesOpen ? 'md:flex' : 'md:hidden',
          looksBack && '!hidden',
        )}
      >
        <FileList onOpened={() => setFilesOver(false)} />
        <MarksPanel onGone={() => setFilesOver(false)} />
      </aside>
      <PanelDivider
        label="Width of the files"
        grows="right"
        size={filesWidth}
        min={140}
        max={420}
        onSize={setFilesWidth}
        className={clsx('hidden', filesOpen && !looksBack && 'md:block')}
      />
      {looksBack && <LazyHistory onClose={closeHistory} />}
      {/* Hidden rather than gone: what runs goes on, and a page that is shown stays. */}
      <div className={clsx('min-h-0 min-w-0 flex-1 flex-col', looksBack ? 'hidden' : 'flex')}>
        <EditorBar file={file} history={historyButton} onHistory={() => setLooksBack(true)}>
          {filesToggle(filesOpen, () => setFilesOpen(!filesOpen), 'hidden md:flex')}
          {filesToggle(filesOver, () => setFilesOver(!filesOver), 'flex md:hidden')}
        </EditorBar>
        {file ? (
          <EditorPane key={file.id} file={file} />
        ) : documents.length === 0 ? (
          <NoFiles />
        ) : (
          <p className="m-auto p-6 text-ink-2">Open a file from the list to read or write it.</p>
        )}
        <AskForm />
        <ResolvedStrip />
        {documents.length + recorded.length > 0 && (
          <>
            <PanelDivider
              label="Height of the output"
              grows="up"
              size={outputHeight}
              min={100}
              max={600}
              onSize={setOutputHeight}
              className={clsx(outputFolded && 'pointer-events-none')}
            />
            <div
              style={{ height: outputFolded ? undefined : outputHeight }}
              className="flex max-h-[60%] shrink-0"
            >
              <OutputPanel
                runs={runs}
                input={input}
                onInput={setInput}
                preview={preview}
                folded={outputFolded}
                onFold={setOutputFolded}
              />
            </div>
          </>
        )}
      </div>
    </div>
  )
}
