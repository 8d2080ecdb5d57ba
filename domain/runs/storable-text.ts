/**
 * Text as PostgreSQL keeps it, in a text or in jsonb: without NULs and halves of a character, which
 * programs print and a cut in the middle leaves.
 */
export function storableText(text: string, limit = Number.POSITIVE_INFINITY): string {
  return text
    .slice(0, limit)
    .replaceAll('\u0000', '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
}
