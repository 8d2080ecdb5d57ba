'use client'
import { MergeView, unifiedMergeView } from '@codemirror/merge'
import { EditorState, type Extension } from '@codemirror/state'
import { EditorView, lineNumbers } from '@codemirror/view'
import { useEffect, useRef, useState } from 'react'
import { editorTheme } from '@/components/documents/editor-theme'
import { languageOf } from '@/components/documents/languages'
import { diffTheme } from './diff-theme'

/** So much room, in pixels, two texts beside each other need. */
const sideBySide = 620
const collapse = { margin: 3, minSize: 6 }
/** How hard it looks for what is small in two long texts, in milliseconds. */
const diffConfig = { timeout: 500 }

const locked = (label: string): Extension => [
  EditorState.readOnly.of(true),
  // Not editable, or a phone would show its keyboard; the keyboard of others scrolls it all the same.
  EditorView.editable.of(false),
  EditorView.contentAttributes.of({
    role: 'textbox',
    'aria-label': label,
    'aria-multiline': 'true',
    'aria-readonly': 'true',
    tabindex: '0',
  }),
]
// What comes first wins.
const looks = [lineNumbers(), EditorView.lineWrapping, diffTheme, editorTheme]

/** What a file was and what it is, beside each other; one below the other where there is no room for that. */
export function FileDiff({
  path,
  before,
  after,
  whole,
}: {
  path: string
  before: string
  after: string
  /** Whether lines that did not change are shown, too. */
  whole: boolean
}) {
  const parent = useRef<HTMLDivElement>(null)
  const present = useRef<EditorView>(null)
  const now = useRef(after)
  now.current = after
  const [wide, setWide] = useState<boolean>()
  useEffect(() => {
    if (!parent.current) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setWide(entry.contentRect.width >= sideBySide)
    })
    observer.observe(parent.current)
    return () => observer.disconnect()
  }, [])

  useEffect(() => {
    const { current } = parent
    if (!current || wide === undefined) return
    let gone = false
    let end = () => {}
    async function show(place: HTMLElement, side: boolean) {
      const language = await languageOf(path)
        .load?.()
        .catch(() => [])
      if (gone) return
      const common = [looks, language ?? []]
      const options = { collapseUnchanged: whole ? undefined : collapse, diffConfig }
      const doc = now.current
      if (side) {
        const a = { doc: before, extensions: [common, locked(`${path} then`)] }
        const b = { doc, extensions: [common, locked(`${path} now`)] }
        const view = new MergeView({ a, b, parent: place, ...options })
        present.current = view.b
        end = () => view.destroy()
      } else {
        const unified = unifiedMergeView({ original: before, mergeControls: false, ...options })
        const extensions = [common, locked(`${path}, what has changed`), unified]
        const view = new EditorView({ doc, extensions, parent: place })
        present.current = view
        end = () => view.destroy()
      }
    }
    void show(current, wide)
    return () => {
      gone = true
      present.current = null
      end()
    }
  }, [path, before, wide, whole])

  // Others go on writing: whoever reads keeps their place.
  useEffect(() => {
    const view = present.current
    const changes = view && middle(view.state.doc.toString(), after)
    if (changes) view.dispatch({ changes })
  }, [after])
  return (
    <div
      ref={parent}
      className="h-full min-h-0 bg-surface *:h-full *:overflow-y-auto [&_.cm-mergeViewEditor+.cm-mergeViewEditor]:border-l [&_.cm-mergeViewEditor+.cm-mergeViewEditor]:border-line"
    />
  )
}

/** What differs between two texts, as one change; null when nothing does. */
function middle(old: string, fresh: string) {
  if (old === fresh) return null
  const shorter = Math.min(old.length, fresh.length)
  let from = 0
  while (from < shorter && old[from] === fresh[from]) from++
  let tail = 0
  while (tail < shorter - from && old.at(-1 - tail) === fresh.at(-1 - tail)) tail++
  return { from, to: old.length - tail, insert: fresh.slice(from, fresh.length - tail) }
}
