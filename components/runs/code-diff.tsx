'use client'
import { getChunks, goToNextChunk, goToPreviousChunk } from '@codemirror/merge'
import { EditorView } from '@codemirror/view'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useCallback, useState } from 'react'
import { TextDiff } from '@/components/documents/text-diff'
import { IconButton } from '@/components/ui/button'

type Side = { title: string; text: string }

/** Two texts and what differs, with a way from one difference to the next. */
export function CodeDiff({ left, right, path }: { left: Side; right: Side; path: string }) {
  const [view, setView] = useState<EditorView | null>(null)
  const shown = useCallback((next: EditorView | null) => setView(next), [])
  const places = view ? (getChunks(view.state)?.chunks.length ?? 0) : undefined

  const move = (command: typeof goToNextChunk) => {
    if (!view) return
    command({ state: view.state, dispatch: (transaction) => view.dispatch(transaction) })
    const at = view.state.selection.main.head
    view.dispatch({ effects: EditorView.scrollIntoView(at, { y: 'center' }) })
  }
  const named = (sign: string, tone: string, title: string) => (
    <span className="min-w-0 truncate">
      <span aria-hidden className={`mr-1.5 font-code ${tone}`}>
        {sign}
      </span>
      {title}
    </span>
  )
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
        {named('−', 'text-bad', left.title)}
        {named('+', 'text-good', right.title)}
      </div>
      <TextDiff
        path={path}
        before={{ label: `${left.title}, ${path}`, text: left.text }}
        after={{ label: `${right.title}, ${path}`, text: right.text }}
        unified={`${left.title} and ${right.title}, ${path}`}
        whole
        onView={shown}
        className="max-h-[50dvh] min-h-24 overflow-auto rounded-s border border-line"
      />
    </div>
  )
}
