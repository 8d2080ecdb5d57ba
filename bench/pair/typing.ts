import { textName } from '@/contracts/documents'
import { seeded } from '../measure/numbers'
import type { Opened } from './line'

/** One letter in so many is taken back. */
const deletions = 12

export type Typist = {
  opened: Opened
  /** One keystroke: a letter after the last one, now and then somewhere else, now and then one less. */
  strike(): void
}

/** Somebody who types, the same for the same seed. */
export function seatTypist(
  opened: Opened,
  seed: number,
  onLetter: (clock: number) => void,
): Typist {
  const random = seeded(seed)
  const text = opened.doc.getText(textName)
  let at = 0
  return {
    opened,
    strike() {
      if (random() < 0.05) at = Math.floor(random() * text.length)
      at = Math.min(at, text.length)
      if (at > 0 && random() < 1 / deletions) return text.delete(--at, 1)
      const letter = String.fromCharCode(97 + Math.floor(random() * 26))
      // Known before the change is: the change is on its way before `insert` returns.
      onLetter(clockOf(opened, opened.doc.clientID))
      text.insert(at++, random() < 0.15 ? ' ' : letter)
    },
  }
}

/** How much of a client's writing a replica has. */
export function clockOf({ doc }: Opened, client: number): number {
  const last = doc.store.clients.get(client)?.at(-1)
  return last ? last.id.clock + last.length : 0
}

/**
 * Times each letter of these editors of one file, from the keystroke until each other replica has it.
 * @returns what to call for a letter, and what came of it, in milliseconds
 */
export function watchFile(editors: Opened[]) {
  const struck = new Map<number, number[]>()
  const latencies: number[] = []
  let counting = false
  for (const { doc } of editors) struck.set(doc.clientID, [])
  for (const { doc } of editors) {
    const seen = new Map<number, number>()
    doc.on('afterTransaction', ({ local, beforeState, afterState }) => {
      if (local) return
      const now = performance.now()
      for (const [client, clock] of afterState) {
        const times = struck.get(client)
        if (!times) continue
        const from = Math.max(beforeState.get(client) ?? 0, seen.get(client) ?? 0)
        for (let each = from; each < clock; each++) {
          const since = times[each]
          if (counting && since !== undefined) latencies.push(now - since)
        }
        seen.set(client, clock)
      }
    })
  }
  return {
    latencies,
    count: (on: boolean) => {
      counting = on
    },
    letter(client: number, clock: number) {
      const times = struck.get(client)
      if (times && counting) times[clock] = performance.now()
    },
  }
}
