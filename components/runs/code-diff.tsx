'use client'
import {
  getChunks,
  goToNextChunk,
  goToPreviousChunk,
  MergeView,
  unifiedMergeView,
} from '@codemirror/merge'
import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useWideScreen } from '@/components/rooms/use-wide-screen'
import { IconButton } from '@/components/ui/button'
import { colours, readingSetup } from './code-view'

export type DiffSide = { title: string; text: string }
const diffConfig = { scanLimit: 1_000, timeout: 300 }

/** Added and removed are told by a mark at the line's edge, and by the column, not by colour alone. */
const diffTheme = EditorView.theme({
  '&.cm-merge-a .cm-changedLine, .cm-deletedChunk': { backgroundColor: 'var(--bad-soft)' },
  '&.cm-merge-b .cm-changedLine, .cm-inlineChangedLine': { backgroundColor: 'var(--good-soft)' },
  // A line beneath: a ground dark enough to be seen would take the contrast from the letters.
  '&.cm-merge-a .cm-changedText, .cm-deletedChunk .cm-deletedText': {
    background: 'none',
    boxShadow: 'inset 0 -2px 0 var(--bad)',
  },
  '&.cm-merge-b .cm-changedText, .cm-inlineChangedLine .cm-changedText': {
    background: 'none',
    boxShadow: 'inset 0 -2px 0 var(--good)',
  },
  '&.cm-merge-a .cm-changedLineGutter, .cm-deletedLineGutter': { background: 'var(--bad)' },
  '&.cm-merge-b .cm-changedLineGutter': { background: 'var(--good)' },
  '.cm-deletedChunk': { paddingLeft: '0.75rem' },
})

/** Two texts and what differs: beside each other where there is room, else in one column. */
export function CodeDiff({ left, right, path }: { left: DiffSide; right: DiffSide; path: string }) {
  const wide = useWideScreen()
  const parent = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(undefined)
  const [places, setPlaces] = useState<number>()
  const { title: before, text: old } = left
  const { title: after, text: now } = right
  useEffect(() => {
    let end: (() => void) | undefined
    let gone = false
    async function show() {
      const language = await colours(path)
      if (gone || !parent.current) return
      const setup = (title: string) => [diffTheme, readingSetup(`${title}, ${path}`, language)]
      if (wide) {
        const merged = new MergeView({
          a: { doc: old, extensions: setup(before) },
          b: { doc: now, extensions: setup(after) },
          parent: parent.current,
          diffConfig,
        })
        view.current = merged.b
        end = () => merged.destroy()
      } else {
        const unified = unifiedMergeView({ original: old, mergeControls: false, diffConfig })
        const extensions = [setup(`${before} and ${after}`), unified]
        const state = EditorState.create({ doc: now, extensions })
        const editor = new EditorView({ state, parent: parent.current })
        view.current = editor
        end = () => editor.destroy()
      }
      setPlaces(getChunks(view.current.state)?.chunks.length ?? 0)
    }
    void show()
    return () => {
      gone = true
      end?.()
    }
  }, [before, old, after, now, path, wide])

  const move = (command: typeof goToNextChunk) => {
    const shown = view.current
    if (!shown) return
    command({ state: shown.state, dispatch: (transaction) => shown.dispatch(transaction) })
    const at = shown.state.selection.main.head
    shown.dispatch({ effects: EditorView.scrollIntoView(at, { y: 'center' }) })
  }
  return (
    <div className="flex min-h-0 flex-col">
      <div className="flex items-center gap-2 text-xs text-ink-2">
        <span className="flex-1" role="status">
          {places === undefined
            ? 'Comparing'
            : places === 0
              ? 'They are the same.'
              : `${places} ${places === 1 ? 'place differs' : 'places differ'}.`}
        </span>
        <IconButton
          label="Previous difference"
          onClick={() => move(goToPreviousChunk)}
          disabled={!places}
        >
          <ArrowUp aria-hidden className="size-4" />
        </IconButton>
        <IconButton label="Next difference" onClick={() => move(goToNextChunk)} disabled={!places}>
          <ArrowDown aria-hidden className="size-4" />
        </IconButton>
      </div>
      <div className="grid grid-cols-1 gap-x-4 pb-1 text-xs font-semibold md:grid-cols-2">
        <span className="min-w-0 truncate">
          <span aria-hidden className="mr-1.5 font-code text-bad">
            −
          </span>
          {before}
        </span>
        <span className="min-w-0 truncate">
          <span aria-hidden className="mr-1.5 font-code text-good">
            +
          </span>
          {after}
        </span>
      </div>
      <div
        ref={parent}
        className="max-h-[50dvh] min-h-24 overflow-auto rounded-s border border-line"
      />
    </div>
  )
}
