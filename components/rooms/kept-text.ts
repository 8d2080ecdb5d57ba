/** The part of localStorage that the room uses. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** The browser's storage; undefined where it is switched off, and then nothing outlives the page. */
export function browserShelf(): Shelf | undefined {
  try {
    return typeof window === 'undefined' ? undefined : window.localStorage
  } catch {
    return undefined
  }
}

export function keep(shelf: Shelf | undefined, key: string, text: string) {
  try {
    if (text) shelf?.setItem(key, text)
    else shelf?.removeItem(key)
  } catch {
    // Full: what was typed still stands in the page itself.
  }
}

export function keptKeys(shelf: Shelf | undefined, prefix: string): string[] {
  const keys: string[] = []
  for (let place = 0; place < (shelf?.length ?? 0); place++) {
    const key = shelf?.key(place)
    if (key?.startsWith(prefix)) keys.push(key)
  }
  return keys
}
