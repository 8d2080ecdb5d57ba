'use client'
import { MergeView, unifiedMergeView } from '@codemirror/merge'
import { EditorView } from '@codemirror/view'
import clsx from 'clsx'
import { useEffect, useRef, useState } from 'react'
import { diffTheme } from './diff-theme'
import { colours, readingSetup } from './reading-setup'

/** A text and its name for everyone who cannot see it. */
export type DiffSide = { label: string; text: string }

/** So much room, in pixels, two texts beside each other need. */
const sideBySide = 620
const collapse = { margin: 3, minSize: 6 }
/** How hard it looks for what is small in two long texts, in milliseconds. */
const diffConfig = { timeout: 500 }

/** Two texts and what differs: beside each other, or one below the other where there is no room for that. */
export function TextDiff({
  path,
  before,
  after,
  unified,
  whole,
  className,
  onView,
}: {
  /** Decides the language. */
  path: string
  before: DiffSide
  /** Its text may change while it is shown: whoever reads keeps their place. */
  after: DiffSide
  /** Name of both where they are in one column. */
  unified: string
  /** Whether lines that did not change are shown, too. */
  whole: boolean
  className?: string
  /** Hears of the view with the newer text, and of its end. */
  onView?: (view: EditorView | null) => void
}) {
  const parent = useRef<HTMLDivElement>(null)
  const present = useRef<EditorView>(null)
  const now = useRef(after.text)
  now.current = after.text
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
      const language = await colours(path)
      if (gone) return
      const setup = (label: string) => [diffTheme, readingSetup(label, language)]
      const options = { collapseUnchanged: whole ? undefined : collapse, diffConfig }
      const doc = now.current
      if (side) {
        const a = { doc: before.text, extensions: setup(before.label) }
        const b = { doc, extensions: setup(after.label) }
        const view = new MergeView({ a, b, parent: place, ...options })
        present.current = view.b
        end = () => view.destroy()
      } else {
        const merge = unifiedMergeView({ original: before.text, mergeControls: false, ...options })
        const view = new EditorView({ doc, extensions: [setup(unified), merge], parent: place })
        present.current = view
        end = () => view.destroy()
      }
      onView?.(present.current)
    }
    void show(current, wide)
    return () => {
      gone = true
      present.current = null
      onView?.(null)
      end()
    }
  }, [path, before.text, before.label, after.label, unified, wide, whole, onView])

  // Others go on writing: whoever reads keeps their place.
  useEffect(() => {
    const view = present.current
    const changes = view && middle(view.state.doc.toString(), after.text)
    if (changes) view.dispatch({ changes })
  }, [after.text])
  return (
    <div
      ref={parent}
      className={clsx(
        'min-h-0 bg-surface [&_.cm-mergeViewEditor+.cm-mergeViewEditor]:border-l [&_.cm-mergeViewEditor+.cm-mergeViewEditor]:border-line',
        className,
      )}
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
