/** Nobody quotes a quote, or lists within a list, this often; each level costs the parser as much as all before it. */
const deepBlocks =
  /^(?:[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t]|\[\^[^\]\n]{1,80}\]:)){13}|^[ \t]{120}/m
const inline = new Set(['*', '_', '~', '['])
const mostMarks = 500

/**
 * Whether a text nests so deeply that reading it as Markdown would hold up, or break, every page that
 * shows it: a few kilobytes of `>` or `*` take minutes. Looks at the text once, in linear time.
 */
export function isOvernested(text: string): boolean {
  if (deepBlocks.test(text)) return true
  // Neither emphasis nor a link crosses a blank line, so each paragraph has its own account.
  let marks = 0
  for (const line of text.split('\n')) {
    if (line.trim() === '') marks = 0
    for (const letter of line) if (inline.has(letter)) marks++
    if (marks > mostMarks) return true
  }
  return false
}
