'use client'
import type { EditorView } from '@codemirror/view'
import { useCallback } from 'react'
import { quoteLines } from '@/components/rooms/code-quote'
import { useRoomPlaces } from '@/components/rooms/room-places'
import type { DocumentView } from '@/contracts/documents'
import { sharedLines } from './shared-lines'

/** Puts what is selected in a file's editor into the composer of the chat, with a link to it. */
export function useShareLines(file: DocumentView, view: EditorView | null): () => void {
  const { go } = useRoomPlaces()
  const { id, path } = file
  return useCallback(() => {
    if (!view) return
    const { doc } = view.state
    const file = { documentId: id, path }
    go({ quote: quoteLines(file, doc.toString(), sharedLines(view.state)) })
  }, [view, go, id, path])
}
