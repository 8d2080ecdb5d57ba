import * as decoding from 'lib0/decoding'
import { textName } from '@/contracts/documents'
import { Invalid } from '@/domain/errors'

/** Clocks of one Yjs client: what an update brings (`from` until `to`). */
export type ClockRange = { client: number; from: number; to: number }
export type ClockNeed = { client: number; clock: number }
export type ParsedUpdate = {
  /** New text per client; at most one range each. */
  ranges: ClockRange[]
  /** What must be stored already, so that nothing of the update waits for something unknown. */
  needs: ClockNeed[]
  /** Pieces of text and of deletions: applying it takes at least so many steps, and at worst many times. */
  pieces: number
}

/** No editor of one file brings more clients in one update; each is another opened tab. */
const maximumClients = 500
/** Beyond any typing, and far from where numbers become inexact. */
const maximumClock = 2 ** 40

/** Yjs draws ids of 32 bits; with greater ones merging updates and applying them come to different texts. */
const maximumClient = 2 ** 32 - 1

type Struct = { clock: number; length: number; refs: { client: number; clock: number }[] }
type Section = { client: number; from: number; to: number; structs: Struct[] }

/**
 * Reads a Yjs V1 update of a text file more strictly than Yjs does: only text and deletions in the one
 * root text, no gaps, no overlaps, every reference to something before it, and not a byte left over (which
 * also refuses the V2 encoding). What passes can be applied by every replica at once, completely.
 *
 * It takes time in proportion to the bytes: each step of each loop reads at least one byte or ends, and an
 * update has at most `maximumUpdateBytes`. So it needs no thread and no deadline of its own, which applying
 * an update of many pieces does (`tryUpdate`).
 * @throws Invalid
 */
export function parseUpdate(update: Uint8Array): ParsedUpdate {
  const sections: Section[] = []
  const deletions: ClockNeed[] = []
  let deleted = 0
  try {
    const decoder = decoding.createDecoder(update)
    readSections(decoder, sections)
    deleted = readDeletions(decoder, deletions)
    if (decoding.hasContent(decoder)) throw refusal('It is longer than it says.')
  } catch (error) {
    if (error instanceof Invalid) throw error
    throw refusal('It is damaged.')
  }
  const written = sections.reduce((sum, { structs }) => sum + structs.length, 0)
  return { ...check(sections, deletions), pieces: written + deleted }
}

const refusal = (why: string) =>
  new Invalid(`This change of the file cannot be stored. ${why} Reload the page to go on.`)

function readClient(decoder: decoding.Decoder): number {
  const client = decoding.readVarUint(decoder)
  if (client > maximumClient) throw refusal('It is damaged.')
  return client
}

function readSections(decoder: decoding.Decoder, sections: Section[]) {
  const count = decoding.readVarUint(decoder)
  if (count > maximumClients) throw refusal('It comes from too many editors at once.')
  const seen = new Set<number>()
  for (let at = 0; at < count; at++) {
    const structCount = decoding.readVarUint(decoder)
    const client = readClient(decoder)
    const from = decoding.readVarUint(decoder)
    if (structCount === 0 || seen.has(client)) throw refusal('It is damaged.')
    seen.add(client)
    const structs: Struct[] = []
    let clock = from
    for (let each = 0; each < structCount; each++) {
      const struct = readStruct(decoder, clock)
      structs.push(struct)
      clock += struct.length
      if (struct.length === 0 || clock > maximumClock) throw refusal('It is damaged.')
    }
    sections.push({ client, from, to: clock, structs })
  }
}

function readStruct(decoder: decoding.Decoder, clock: number): Struct {
  const info = decoding.readUint8(decoder)
  const content = info & 31
  // Collected: text that is deleted, and of which nothing is left.
  if (content === 0) {
    if (info !== 0) throw refusal('It is damaged.')
    return { clock, length: decoding.readVarUint(decoder), refs: [] }
  }
  const refs: Struct['refs'] = []
  const readRef = () => {
    refs.push({ client: readClient(decoder), clock: decoding.readVarUint(decoder) })
  }
  if (info & 128) readRef()
  if (info & 64) readRef()
  if ((info & 192) === 0) {
    const named = decoding.readVarUint(decoder) === 1
    if (!named || decoding.readVarString(decoder) !== textName)
      throw refusal('It is not about the text of the file.')
  }
  if (info & 32) throw refusal('It is not about the text of the file.')
  // 1: deleted text, 4: text. Nested types, other documents and formats have no place in a file of code.
  if (content === 1) return { clock, length: decoding.readVarUint(decoder), refs }
  if (content !== 4) throw refusal('It is not about the text of the file.')
  const text = decoding.readVarString(decoder)
  // Editors count a line's end as one; two would shift every place after it in everybody's editor.
  if (text.includes('\r')) throw refusal('Its lines do not end in \\n.')
  return { clock, length: text.length, refs }
}

/** @returns how many ranges there are */
function readDeletions(decoder: decoding.Decoder, deletions: ClockNeed[]): number {
  const count = decoding.readVarUint(decoder)
  const seen = new Set<number>()
  let pieces = 0
  for (let at = 0; at < count; at++) {
    const client = readClient(decoder)
    const ranges = decoding.readVarUint(decoder)
    if (ranges === 0 || seen.has(client)) throw refusal('It is damaged.')
    seen.add(client)
    pieces += ranges
    let end = 0
    for (let each = 0; each < ranges; each++) {
      const clock = decoding.readVarUint(decoder)
      const length = decoding.readVarUint(decoder)
      // Yjs writes them sorted and merged.
      if (clock < end || length === 0) throw refusal('It is damaged.')
      end = clock + length
      if (end > maximumClock) throw refusal('It is damaged.')
    }
    deletions.push({ client, clock: end })
  }
  return pieces
}

/** Walks the sections as Yjs would apply them; what then still waits, waits for itself. */
function check(sections: Section[], deletions: ClockNeed[]): Omit<ParsedUpdate, 'pieces'> {
  const needs = new Map<number, number>()
  const need = (client: number, clock: number) => {
    if (clock > (needs.get(client) ?? 0)) needs.set(client, clock)
  }
  const own = new Map(sections.map((section) => [section.client, section]))
  const reached = new Map<number, { clock: number; next: number }>()
  for (const { client, from } of sections) {
    need(client, from)
    reached.set(client, { clock: from, next: 0 })
  }
  const waiting = new Map<number, { clock: number; section: Section }[]>()
  const ready = [...sections]
  let done = 0
  for (let section = ready.pop(); section; section = ready.pop()) {
    const place = reached.get(section.client)
    if (!place) break
    for (; place.next < section.structs.length; place.next++) {
      const struct = section.structs[place.next]
      if (!struct) break
      const blocker = struct.refs.find(({ client, clock }) => {
        const known = reached.get(client)
        // Yjs does not wait for a client's own later text, it fails.
        if (client === section?.client && clock >= struct.clock) throw refusal('It is damaged.')
        return known !== undefined && clock >= known.clock
      })
      if (blocker) {
        const others = waiting.get(blocker.client) ?? []
        waiting.set(blocker.client, [...others, { clock: blocker.clock, section }])
        break
      }
      for (const { client, clock } of struct.refs) if (!own.has(client)) need(client, clock + 1)
      place.clock = struct.clock + struct.length
    }
    if (place.next === section.structs.length) done++
    const asleep = waiting.get(section.client)
    if (!asleep) continue
    waiting.set(
      section.client,
      asleep.filter(({ clock }) => clock >= place.clock),
    )
    for (const each of asleep) if (each.clock < place.clock) ready.push(each.section)
  }
  if (done < sections.length) throw refusal('It builds on something that is not stored.')
  for (const { client, clock } of deletions)
    if (clock > (own.get(client)?.to ?? 0)) need(client, clock)
  return {
    ranges: sections.map(({ client, from, to }) => ({ client, from, to })),
    needs: [...needs].map(([client, clock]) => ({ client, clock })),
  }
}
