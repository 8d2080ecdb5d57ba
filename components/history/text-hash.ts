import { digest } from 'lib0/hash/sha256'

/**
 * The hash under which the server keeps this text. Not the browser's own SHA-256: that is missing where a
 * team reaches its site without TLS. A text is stored without NULs; halves of characters are encoded as the
 * same mark that they are stored as.
 */
export function textHash(text: string): string {
  const bytes = digest(new TextEncoder().encode(text.replaceAll('\0', '')))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
