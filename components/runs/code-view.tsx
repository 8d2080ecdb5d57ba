'use client'
import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { useEffect, useRef } from 'react'
import { colours, readingSetup } from '@/components/documents/reading-setup'

/** A text with the colours of its language, to read. */
export function CodeView({ path, text, label }: { path: string; text: string; label: string }) {
  const parent = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let view: EditorView | undefined
    let gone = false
    async function show() {
      const language = await colours(path)
      if (gone || !parent.current) return
      const state = EditorState.create({ doc: text, extensions: readingSetup(label, language) })
      view = new EditorView({ state, parent: parent.current })
    }
    void show()
    return () => {
      gone = true
      view?.destroy()
    }
  }, [path, text, label])
  return <div ref={parent} className="h-full min-h-0" />
}
