'use client'
import { Compartment } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Replica } from '@/components/documents/replica'
import { useRoomView } from '@/components/rooms/room-context'
import { toast } from '@/components/ui/toast-queue'
import { anchorRange, rangeOf } from './anchors'
import { askedRange } from './asked-range'
import { MarkCards } from './mark-cards'
import { markExtension } from './mark-extension'
import { openCard, shownMarks } from './mark-state'
import { useMarksDesk } from './marks-context'

/**
 * The marks of one file in its editor: what to put into it, and what it says of marks.
 * @param share says in the chat what is selected: it is offered beside asking about it
 */
export function useEditorMarks(
  documentId: string,
  replica: Replica,
  view: EditorView | null,
  share: () => void,
) {
  const { marks } = useRoomView()
  const { asking, setAsking, setAsk, focusEditor, target, setTarget } = useMarksDesk()
  const [caret, setCaret] = useState<readonly string[]>([])
  const own = useMemo(
    () => marks.filter((mark) => mark.documentId === documentId),
    [marks, documentId],
  )
  const ask = useRef(() => {})
  ask.current = () => {
    const range = view && askedRange(view.state)
    if (range) setAsking({ documentId, ...anchorRange(replica.text, range) })
    else toast('There is nothing to ask about in an empty file.')
  }
  const now = useRef(share)
  now.current = share
  const { cards, shown, extension } = useMemo(() => {
    const place = new MarkCards()
    const compartment = new Compartment()
    const onAsk = () => ask.current()
    const onShare = () => now.current()
    return {
      cards: place,
      shown: compartment,
      extension: [
        compartment.of([]),
        markExtension({ text: replica.text, cards: place, onAsk, onShare, onCaret: setCaret }),
      ],
    }
  }, [replica])

  useEffect(() => {
    if (!view) return
    setAsk(() => ask.current())
    focusEditor.current = () => view.focus()
    return () => setAsk(null)
  }, [view, setAsk, focusEditor])

  useEffect(() => {
    const here = asking?.documentId === documentId ? asking : null
    const value = shownMarks.of({ marks: own, asking: here })
    view?.dispatch({ effects: shown.reconfigure(value) })
  }, [view, shown, own, asking, documentId])

  useEffect(() => {
    const mark = own.find(({ id }) => id === target)
    if (!view || !mark) return
    setTarget(null)
    const at = rangeOf(replica.text, mark)?.from
    if (at !== undefined) view.dispatch({ effects: openCard.of({ markIds: [mark.id], at }) })
  }, [view, own, target, setTarget, replica])

  return { extension, cards, under: own.filter(({ id }) => caret.includes(id)) }
}
