import { z } from 'zod'
import { id } from './inputs'
import { personView } from './people'

/*
 * Marks: a navigator's question on a range of a file. It moves with the text, and stays until it is resolved.
 */

/** Open marks that a room holds at most. */
export const maximumMarks = 200
/** Characters of the marked text that a mark keeps. */
export const maximumQuote = 500

// PostgreSQL cannot store it.
const withoutNul = (text: string) => text.replaceAll('\u0000', '')

/** A place in a Yjs text (`Y.RelativePosition` in JSON): beside one letter, by the client that typed it. */
export const anchor = z.object({
  /** Absent at the end of the text. */
  item: z.object({ client: z.number().int().min(0), clock: z.number().int().min(0) }).nullable(),
  /** Below 0: the place belongs to the letter before it. */
  assoc: z.number().int().min(-1).max(1),
})
export type Anchor = z.infer<typeof anchor>

export const addMarkInput = z.object({
  roomId: id,
  /** The client's own id: a repeat is answered with the first result. */
  markId: id,
  documentId: id,
  from: anchor,
  to: anchor,
  /** The marked text as it was, so that the question can be understood when the text is gone. */
  quote: z.string().max(maximumQuote).transform(withoutNul),
  body: z
    .string({ error: 'Write a question.' })
    .transform((text) => withoutNul(text.normalize('NFC')).trim())
    .pipe(z.string().min(1, 'Write a question.').max(1_000, 'Keep it to 1,000 characters.')),
})
export const markIdInput = z.object({ roomId: id, markId: id })

export const markView = z.object({
  id,
  documentId: id,
  from: anchor,
  to: anchor,
  quote: z.string(),
  body: z.string(),
  author: personView,
  at: z.iso.datetime(),
  /** Who resolved it, and when; null while it is open. */
  resolved: z.object({ personId: id.nullable(), at: z.iso.datetime() }).nullable(),
})
export type MarkView = z.infer<typeof markView>
export type AddMarkInput = z.infer<typeof addMarkInput>
