import * as Y from 'yjs'
import { textName } from '@/contracts/documents'
import { type Anchor, type MarkView, maximumQuote } from '@/contracts/marks'

export type TextRange = { from: number; to: number }
export type AnchoredRange = Pick<MarkView, 'from' | 'to' | 'quote'>

/** Shorter words stand in a text again and again: finding one says nothing. */
const leastTelling = 8

function anchorAt(text: Y.Text, index: number, assoc: 0 | -1): Anchor {
  const { item } = Y.createRelativePositionFromTypeIndex(text, index, assoc)
  return { item: item && { client: item.client, clock: item.clock }, assoc }
}

/**
 * Holds on to the first and the last letter of a range, so that what is typed before it or after it is
 * not taken in, and what is typed inside is.
 */
export function anchorRange(text: Y.Text, { from, to }: TextRange): AnchoredRange {
  const quote = text.toString().slice(from, Math.min(to, from + maximumQuote))
  return { from: anchorAt(text, from, 0), to: anchorAt(text, to, -1), quote }
}

function indexOf(text: Y.Text, { item, assoc }: Anchor): number | null {
  if (!text.doc) return null
  const json = item ? { item, assoc } : { tname: textName, assoc }
  const position = Y.createRelativePositionFromJSON(json)
  // Undo is known to the one who undid alone: following it would put the mark elsewhere on each screen.
  const found = Y.createAbsolutePositionFromRelativePosition(position, text.doc, false)
  return found?.type === text ? found.index : null
}

/**
 * Where what is left of a range stands now, the same for everybody who has the same text; null when all of
 * it is gone, or has not arrived yet.
 */
export function rangeOf(text: Y.Text, { from, to, quote }: AnchoredRange): TextRange | null {
  const start = indexOf(text, from)
  const end = indexOf(text, to)
  if (start === null || end === null || start > end) return null
  if (start < end) return { from: start, to: end }
  // Undo, and pasting what was cut, bring the same words back as new letters.
  if (quote.trim().length < leastTelling || quote.length >= maximumQuote) return null
  const words = text.toString()
  const again = words.indexOf(quote)
  const only = again >= 0 && words.indexOf(quote, again + 1) < 0
  return only ? { from: again, to: again + quote.length } : null
}
