/*
 * Small binary in events travels as text: Socket.IO sends binary as a second WebSocket frame, which costs
 * more than everything else that happens to a keystroke. Written out because the runtimes that we support
 * have no common codec that is quick and strict.
 */
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const values = new Int8Array(128).fill(-1)
for (let at = 0; at < letters.length; at++) values[letters.charCodeAt(at)] = at

export function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [one = 0, two, three] = [bytes[at], bytes[at + 1], bytes[at + 2]]
    const bits = (one << 16) | ((two ?? 0) << 8) | (three ?? 0)
    text += letters.charAt(bits >> 18) + letters.charAt((bits >> 12) & 63)
    text += two === undefined ? '=' : letters.charAt((bits >> 6) & 63)
    text += three === undefined ? '=' : letters.charAt(bits & 63)
  }
  return text
}

/** @returns null for whatever `toBase64` would not have written */
export function fromBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0) return null
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const bytes = new Uint8Array((text.length / 4) * 3 - padding)
  const end = text.length - padding
  let bits = 0
  for (let at = 0, to = 0; at < text.length; at++) {
    const value = at < end ? (values[text.charCodeAt(at)] ?? -1) : 0
    if (value < 0) return null
    bits = (bits << 6) | value
    if (at % 4 !== 3) continue
    // Beyond the end, where there is padding, nothing is written; what lies there has to be empty.
    for (const byte of [(bits >> 16) & 255, (bits >> 8) & 255, bits & 255])
      if (to < bytes.length) bytes[to++] = byte
      else if (byte !== 0) return null
    bits = 0
  }
  return bytes
}
