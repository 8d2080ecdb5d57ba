/** A message's words without its Markdown signs: for one-line previews and for screen readers. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/```[\w-]*/g, ' ')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__|~~|`)/g, '')
    .replace(/(^|\s)[*_](\S[^*_]*)[*_](?=\W|$)/g, '$1$2')
    .replace(/(^|\n|\s)(#{1,6}|>)\s+/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}
