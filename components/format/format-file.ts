import type * as Y from 'yjs'
import type { FormatAnswer } from './format-worker'
import { type Parser, parserOf } from './parser-of'

type Shared = { text: Y.Text; undo: Y.UndoManager }
type Format = (parser: Parser, path: string, text: string) => Promise<FormatAnswer>
export type Formatted =
  | { kind: 'formatted' | 'unchanged' | 'unknown' | 'busy' }
  | { kind: 'refused'; message: string; line?: number; column?: number }

/** A file in which somebody types all the time is left alone after as many tries. */
const tries = 3

/**
 * Formats a shared file. What came out is applied only to the text that went in: whoever typed meanwhile loses
 * nothing, and it is formatted again.
 * @param find the text as it lives now, or null when it may not be written any more
 */
export async function formatFile(
  path: string,
  find: () => Shared | null,
  format: Format,
  apply: (text: Y.Text, undo: Y.UndoManager, wanted: string) => void,
): Promise<Formatted> {
  const parser = parserOf(path)
  if (!parser) return { kind: 'unknown' }
  for (let left = tries; left > 0; left--) {
    const before = find()?.text.toString()
    if (before === undefined) break
    const answer = await format(parser, path, before)
    const now = find()
    if (now?.text.toString() !== before) continue
    if (!answer.ok) {
      const { message, line, column } = answer
      return { kind: 'refused', message, line, column }
    }
    if (answer.text === before) return { kind: 'unchanged' }
    apply(now.text, now.undo, answer.text)
    return { kind: 'formatted' }
  }
  return { kind: 'busy' }
}
