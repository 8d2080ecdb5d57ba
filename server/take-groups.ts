import * as Y from 'yjs'
import { maximumUpdateBytes, type UpdateDocumentInput } from '@/contracts/documents'
import type { Actor } from '@/domain/actor'
import type { Appended } from '@/domain/documents/append-update'
import type { UpdateDraft } from '@/domain/documents/append-updates'
import { type ParsedUpdate, parseUpdate } from '@/domain/documents/parse-update'

/** An update that waits in the line of its file. */
export type Entry = {
  /** The connection that sent it; its id names the channel on which it alone hears. */
  from: { id: string }
  actor: Actor
  input: UpdateDocumentInput
  parsed: ParsedUpdate
  resolve: (appended: Appended) => void
  reject: (error: unknown) => void
}
/** What one sender has waiting, as one update. */
export type Group = UpdateDraft & { entries: Entry[] }

/**
 * Takes out of a line what can be stored side by side: of each sender what it has waiting, as far as that
 * fits into one update, and of no Yjs client anything twice. The rest stays, in its order.
 */
export function takeGroups(line: Entry[]): Group[] {
  const taken = new Map<Entry['from'], { entries: Entry[]; bytes: number }>()
  /** Senders of whom something has to stay: what follows it stays behind it. */
  const staying = new Set<Entry['from']>()
  const writers = new Map<number, Entry['from']>()
  const rest = line.filter((entry) => {
    const { from, input, parsed } = entry
    const group = taken.get(from) ?? { entries: [], bytes: 0 }
    const [first] = group.entries
    const bytes = group.bytes + input.update.byteLength
    const fits = !first || (first.input.roomId === input.roomId && bytes <= maximumUpdateBytes)
    const clashes = parsed.ranges.some(({ client }) => (writers.get(client) ?? from) !== from)
    if (!fits || clashes) staying.add(from)
    if (staying.has(from)) return true
    for (const { client } of parsed.ranges) writers.set(client, from)
    group.entries.push(entry)
    taken.set(from, { entries: group.entries, bytes })
    return false
  })
  line.splice(0, line.length, ...rest)
  return [...taken.values()].flatMap(({ entries }) => toGroup(entries, line) ?? [])
}

function toGroup(entries: Entry[], line: Entry[]): Group | null {
  const [first, ...others] = entries
  if (!first) return null
  const { actor, input, from } = first
  const group = { actor, input, parsed: first.parsed, origin: from.id, entries: [first] }
  if (others.length === 0) return group
  try {
    const update = Y.mergeUpdates(entries.map((entry) => entry.input.update))
    return { ...group, input: { ...input, update }, parsed: parseUpdate(update), entries }
  } catch {
    // Each is well made, and together they are not, as when one between them is missing.
    line.unshift(...others)
    return group
  }
}
