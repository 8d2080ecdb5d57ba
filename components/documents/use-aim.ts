'use client'
import { EditorView } from '@codemirror/view'
import { useEffect } from 'react'
import { useDesk, useDeskView } from './desk-context'
import type { Replica } from './replica'

/** Brings an editor to the place that one is led to. */
export function useAim(view: EditorView | null, replica: Replica, documentId: string) {
  const desk = useDesk()
  const { aim } = useDeskView()
  useEffect(() => {
    if (!view || aim?.documentId !== documentId) return
    const at = aim.find(replica.text)
    desk.reached()
    view.focus()
    if (at === null) return
    const anchor = Math.min(at, view.state.doc.length)
    view.dispatch({
      selection: { anchor },
      effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
    })
  }, [view, aim, desk, replica, documentId])
}
