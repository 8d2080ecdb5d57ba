import { Facet, StateEffect, StateField } from '@codemirror/state'
import type { MarkView } from '@/contracts/marks'
import type { TextRange } from './anchors'
import type { Asking } from './marks-context'

export type PlacedMark = TextRange & { mark: MarkView }
type Shown = { marks: readonly MarkView[]; asking: Asking | null }
const nothing: Shown = { marks: [], asking: null }
/** What of this file is to be seen: give it in a compartment. */
export const shownMarks = Facet.define<Shown, Shown>({ combine: ([first]) => first ?? nothing })

export type OpenCard = { markIds: readonly string[]; at: number }
/** Opens a card beside its place, or closes the open one. */
export const openCard = StateEffect.define<OpenCard | null>()

/** The card that is open by the person's own act; cards under the pointer come and go beside it. */
export const cardField = StateField.define<OpenCard | null>({
  create: () => null,
  update(card, transaction) {
    for (const effect of transaction.effects) if (effect.is(openCard)) return effect.value
    // The person's own next move in the text closes it; what others type does not.
    if (!card || transaction.isUserEvent('select') || transaction.isUserEvent('input')) return null
    const { marks } = transaction.state.facet(shownMarks)
    if (!marks.some(({ id }) => card.markIds.includes(id))) return null
    return transaction.docChanged ? { ...card, at: transaction.changes.mapPos(card.at) } : card
  },
})
