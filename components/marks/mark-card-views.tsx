'use client'
import { type EditorView, repositionTooltips } from '@codemirror/view'
import { useLayoutEffect, useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import type { Replica } from '@/components/documents/replica'
import { useRoomView } from '@/components/rooms/room-context'
import type { MarkView } from '@/contracts/marks'
import { rangeOf } from './anchors'
import { MarkCard } from './mark-card'
import type { MarkCards } from './mark-cards'
import { openCard } from './mark-state'
import { placeWords } from './mark-words'

/** Draws the cards that an editor shows, and tells a screen reader what the caret is in. */
export function MarkCardViews({
  view,
  cards,
  under,
  replica,
  path,
}: {
  view: EditorView | null
  cards: MarkCards
  /** Marks that the caret is in. */
  under: MarkView[]
  replica: Replica
  path: string
}) {
  const places = useSyncExternalStore(cards.subscribe, cards.getView, cards.getView)
  const { marks } = useRoomView()
  // A card is measured while it is still empty.
  useLayoutEffect(() => {
    if (view && places.size > 0) repositionTooltips(view)
  }, [view, places])
  const close = () => {
    view?.dispatch({ effects: openCard.of(null) })
    view?.focus()
  }
  const wordsOf = (mark: MarkView) => {
    const range = rangeOf(replica.text, mark)
    const before = range && replica.text.toString().slice(0, range.from)
    return placeWords(path, before === null ? null : before.split('\n').length)
  }
  return (
    <>
      <p role="status" className="sr-only">
        {under.map(({ author, body }) => `${author.name} asks here: ${body}`).join(' ')}
      </p>
      {[...places].map(([place, markIds]) =>
        createPortal(
          marks
            .filter(({ id }) => markIds.includes(id))
            .map((mark) => (
              <MarkCard key={mark.id} mark={mark} place={() => wordsOf(mark)} onClose={close} />
            )),
          place,
        ),
      )}
    </>
  )
}
