import type { Logger } from 'pino'
import * as Y from 'yjs'
import { maximumUpdateBytes, type UpdateDocumentInput } from '@/contracts/documents'
import type { Actor } from '@/domain/actor'
import { type Appended, appendUpdate } from '@/domain/documents/append-update'
import { compactAfter, compactDocument } from '@/domain/documents/compact-document'
import { parseUpdate } from '@/domain/documents/parse-update'
import { Invalid, RateLimited } from '@/domain/errors'

/** Longer than this nobody's line is while the database keeps up. */
const longest = 1_000

type Entry = {
  from: object
  actor: Actor
  input: UpdateDocumentInput
  resolve: (appended: Appended) => void
  reject: (error: unknown) => void
}
export type DocumentLines = {
  /**
   * Stores an update after those of the same file that came before it.
   * @param from whoever sent it: what waits of one sender is stored together
   */
  append(from: object, actor: Actor, input: UpdateDocumentInput): Promise<Appended>
}

/**
 * One line per file: its row is locked by each append anyway, and whoever waited for the lock would hold a
 * connection meanwhile. An update that finds the line empty goes at once; what one sender adds while one is
 * under way becomes one row.
 */
export function createDocumentLines(log: Logger): DocumentLines {
  const lines = new Map<string, Entry[]>()
  const compacting = new Set<string>()

  const compact = (documentId: string, { uncompacted }: Appended) => {
    if (uncompacted < compactAfter || compacting.has(documentId)) return
    compacting.add(documentId)
    compactDocument(documentId)
      .catch((error) => log.warn({ err: error, documentId }, 'a file could not be compacted'))
      .finally(() => compacting.delete(documentId))
      .catch(() => {})
  }
  async function store(entries: Entry[], update: Uint8Array) {
    const [first] = entries
    if (!first) return
    const appended = await appendUpdate(first.actor, { ...first.input, update })
    for (const { resolve } of entries) resolve(appended)
    compact(first.input.documentId, appended)
  }
  const storeAlone = (entry: Entry) => store([entry], entry.input.update).catch(entry.reject)
  async function storeGroup(group: Entry[]) {
    const [first] = group
    if (group.length === 1 && first) return storeAlone(first)
    try {
      await store(group, Y.mergeUpdates(group.map(({ input }) => input.update)))
    } catch (error) {
      // One of them spoils the others: each gets its own answer.
      if (error instanceof Invalid) for (const entry of group) await storeAlone(entry)
      else for (const { reject } of group) reject(error)
    }
  }
  async function work(documentId: string, line: Entry[]) {
    while (line.length > 0) await storeGroup(takeGroup(line))
    lines.delete(documentId)
  }
  return {
    append: (from, actor, input) => {
      const { documentId } = input
      return new Promise((resolve, reject) => {
        // Whatever is damaged is refused before it can touch its neighbours.
        parseUpdate(input.update)
        const line = lines.get(documentId)
        if (line && line.length >= longest) throw new RateLimited(1_000)
        const entry = { from, actor, input, resolve, reject }
        if (line) return void line.push(entry)
        const begun = [entry]
        lines.set(documentId, begun)
        void work(documentId, begun)
      })
    },
  }
}

/** The first in line, and what else its sender has waiting, as far as it fits into one update. */
function takeGroup(line: Entry[]): Entry[] {
  const group: Entry[] = []
  let bytes = 0
  let full = false
  const rest = line.filter((entry) => {
    const [first] = group
    const fits = !first || (entry.from === first.from && entry.input.roomId === first.input.roomId)
    if (!fits || full) return true
    bytes += entry.input.update.byteLength
    // Whatever comes after the first that does not fit has to stay behind it.
    if (first && bytes > maximumUpdateBytes) {
      full = true
      return true
    }
    group.push(entry)
    return false
  })
  line.splice(0, line.length, ...rest)
  return group
}
