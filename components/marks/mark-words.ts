import { escaped, fenced } from '@/components/rooms/markdown-words'
import type { MarkView } from '@/contracts/marks'
import { roomLink } from '@/contracts/room-links'
import { maximumTitle } from '@/contracts/tasks'

const quotedLines = 8

/** `file.ts, line 12`; without a line when its text is gone. */
export const placeWords = (path: string, line: number | null) =>
  line === null ? path : `${path}, line ${line}`

/** A question as a message of its room: where, the marked text, and the question as it was written. */
export function markMessage(roomId: string, mark: MarkView, place: string): string {
  const { id, quote, body } = mark
  const lines = quote.replace(/\s+$/, '').split('\n')
  const shown = lines.slice(0, quotedLines).join('\n')
  const more = lines.length > quotedLines ? '\n…' : ''
  const code = shown.trim() === '' ? '' : `\n\n${fenced(shown + more)}`
  return `About [${escaped(place)}](${roomLink(roomId, { mark: id })}):${code}\n\n${body}`
}

/** A question as the title of a task. */
export function taskTitle(body: string): string {
  const words = body.replace(/\s+/g, ' ').trim()
  if (words.length <= maximumTitle) return words
  // Never through the middle of a character.
  return `${words.slice(0, maximumTitle - 1).replace(/\p{Surrogate}$/u, '')}…`
}
