import { z } from 'zod'
import { id, maximumMessageLength, sequence } from './inputs'

/*
 * What somebody has begun to write, kept on the server so that their other devices find it.
 */

/** As `messageView` has it: who is answered, in a few words. */
const answered = z.object({ id, authorName: z.string(), excerpt: z.string() })

/** `version` grows with every change, wherever it is made; 0: there never was one. */
export const draftView = z.object({
  body: z.string(),
  replyTo: answered.nullable(),
  version: sequence,
})
export type DraftView = z.infer<typeof draftView>

/** Room enough to save what has grown too long to be sent. */
const mostLetters = 4 * maximumMessageLength
export const saveDraftInput = z.object({
  roomId: id,
  threadId: id.nullable().default(null),
  body: z
    .string()
    .max(mostLetters)
    .transform((value) => value.replaceAll('\0', '')),
  replyToId: id.nullable().default(null),
  /** Of the draft that this one grew from: when the stored one is newer, nothing is stored. */
  version: sequence,
})
export type SaveDraftInput = z.infer<typeof saveDraftInput>
