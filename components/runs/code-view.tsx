'use client'
import { EditorState, type Extension } from '@codemirror/state'
import { EditorView, lineNumbers } from '@codemirror/view'
import { useEffect, useRef } from 'react'
import { editorTheme } from '@/components/documents/editor-theme'
import { languageOf } from '@/components/documents/languages'

/** What every text that can only be read has in common. `label` is its name for everyone who cannot see it. */
export function readingSetup(label: string, language: Extension): Extension[] {
  return [
    lineNumbers(),
    EditorState.readOnly.of(true),
    EditorView.editable.of(false),
    EditorView.lineWrapping,
    // Not editable, yet to be reached by keyboard: it scrolls.
    EditorView.contentAttributes.of({
      tabindex: '0',
      'aria-label': label,
      'aria-readonly': 'true',
    }),
    // Before the editor's own, which leaves room to write at the end.
    EditorView.theme({ '.cm-content': { padding: '0.75rem 0' } }),
    editorTheme,
    language,
  ]
}

/** The colours of a language; without a connection the text goes without. */
export async function colours(path: string): Promise<Extension> {
  try {
    return (await languageOf(path).load?.()) ?? []
  } catch {
    return []
  }
}

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
