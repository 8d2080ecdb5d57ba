import { type LineRange, roomLink, writeLines } from '@/contracts/room-links'
import { fenced, fenceLanguage } from './markdown-words'

/** Lines of a shared file that are to be shown in the chat. */
export type CodeQuote = { documentId: string; path: string; lines: LineRange; text: string }

/** Lines that a message quotes at most; its link leads to all of them. */
export const mostQuoted = 40

/** `main.ts:12–18`, as people read it. */
export const placeOfLines = (path: string, lines: LineRange) => `${path}:${writeLines(lines, '–')}`

/** Lines of a text, as a quote of the file that it is; those that it does not have are left out. */
export function quoteLines(
  file: Pick<CodeQuote, 'documentId' | 'path'>,
  text: string,
  { from, to }: LineRange,
): CodeQuote {
  const all = text.split('\n')
  const lines = { from: Math.min(from, all.length), to: Math.min(to, all.length) }
  return { ...file, lines, text: all.slice(lines.from - 1, lines.to).join('\n') }
}

/** Without the last part of a character that would be cut through. */
const cut = (text: string, length: number) => text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')

/**
 * The message that shows lines of a file: a link to them, and as many of them as fit.
 * @param limit characters that it may have
 */
export function quoteMessage(
  roomId: string,
  { documentId, path, lines, text }: CodeQuote,
  limit: number,
): string {
  const to = roomLink(roomId, { file: documentId, line: writeLines(lines) })
  // A path holds no backtick, so it can stand as code.
  const link = `[\`${placeOfLines(path, lines)}\`](${to})`
  const all = text.split('\n')
  const write = (shown: string[]) => {
    const left = all.length - shown.length
    const more = left > 0 ? `\n\n… ${left} more ${left === 1 ? 'line' : 'lines'}` : ''
    return `${link}\n\n${fenced(shown.join('\n'), fenceLanguage(path))}${more}`
  }
  if (text.trim() === '') return link
  for (let count = Math.min(all.length, mostQuoted); count > 0; count--) {
    const shown = all.slice(0, count)
    if (shown.join('\n').length > limit) continue
    const message = write(shown)
    if (message.length <= limit) return message
  }
  // One line alone is too long: its beginning says which one it is.
  for (let room = limit - write(['']).length - 1; room > 40; room >>= 1) {
    const message = write([`${cut(all[0] ?? '', room)}…`])
    // A row of backticks makes its fence as long as itself.
    if (message.length <= limit) return message
  }
  return link
}
