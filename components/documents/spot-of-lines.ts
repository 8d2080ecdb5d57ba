import type { LineRange } from '@/contracts/room-links'
import type { Spot } from './document-desk'

function startOfLine(text: string, line: number): number {
  let at = 0
  for (let passed = 1; passed < line; passed++) {
    const end = text.indexOf('\n', at)
    if (end < 0) return at
    at = end + 1
  }
  return at
}

/** Where lines stand in a text; those that it does not have any more are its last one. */
export function spotOfLines(text: string, { from, to }: LineRange): Spot {
  const last = startOfLine(text, to)
  const end = text.indexOf('\n', last)
  return { from: startOfLine(text, from), to: end < 0 ? text.length : end }
}
