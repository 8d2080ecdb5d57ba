'use client'
import { EditorView } from '@codemirror/view'
import { useEffect } from 'react'
import { useDesk, useDeskView } from './desk-context'
import { flash } from './line-flash'
import type { Replica } from './replica'

/** Brings an editor to the place that one is led to. */
export function useAim(view: EditorView | null, replica: Replica, documentId: string) {
  const desk = useDesk()
  const { aim } = useDeskView()
  useEffect(() => {
    if (!view || aim?.documentId !== documentId) return
    const spot = aim.find(replica.text)
    desk.reached()
    view.focus()
    if (!spot) return
    const { length } = view.state.doc
    const anchor = Math.min(spot.from, length)
    view.dispatch({
      selection: { anchor },
      effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
    })
    if (spot.to !== undefined) flash(view, { from: anchor, to: Math.min(spot.to, length) })
  }, [view, aim, desk, replica, documentId])
}
