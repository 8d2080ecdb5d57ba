import type { Logger } from 'pino'
import type { UpdateDocumentInput } from '@/contracts/documents'
import type { Actor } from '@/domain/actor'
import { type Appended, appendUpdate } from '@/domain/documents/append-update'
import { appendUpdates } from '@/domain/documents/append-updates'
import { compactAfter, compactDocument } from '@/domain/documents/compact-document'
import { TooSlow } from '@/domain/documents/document-work'
import { parseUpdate } from '@/domain/documents/parse-update'
import { tryUpdate } from '@/domain/documents/try-update'
import { Invalid, RateLimited } from '@/domain/errors'
import { createTurns, type TakeTurn } from '@/domain/take-turns'
import { isAway } from './acknowledge'
import { type Entry, type Group, takeGroups } from './take-groups'

/** Longer than this nobody's line is while the database keeps up. */
const longest = 1_000
/** Milliseconds from one batch to the next: what arrives meanwhile shares a statement and a commit. */
const pause = 5
/** A file that is too slow to be compacted is not tried with every letter, but after so many milliseconds. */
const spoiltFor = 600_000
const mostSpoilt = 10_000
/** An update of more pieces is tried in a thread before it is stored: typing has one or two. */
const mostUntried = 1_000
/** So many pieces in updates of many make a file due for compaction, as many small updates do. */
const heavy = 2_000
const light = heavy / compactAfter
/** Trials of one person at a time. */
const mostTrials = 3
/** Most groups of one batch, so that no statement grows without end. */
const mostGroups = 200

export type DocumentLines = {
  /**
   * Stores an update after those of the same file that came before it.
   * @param from whoever sent it: what waits of one sender is stored together
   */
  append(from: Entry['from'], actor: Actor, input: UpdateDocumentInput): Promise<Appended>
}

/**
 * One line per file. The first update after a pause is stored at once; from then on, every few milliseconds,
 * what waits in all lines is stored in one batch. Whatever a batch leaves out is appended alone, while its
 * line waits and the others go on.
 * @param onStored hears of every number that a batch took, for its sender may be all who has the file open
 * @param takeTurn for what is appended alone: it may have to wait, with a connection of the pool
 */
export function createDocumentLines(
  onStored: (documentId: string, seq: number) => void,
  log: Logger,
  takeTurn: TakeTurn,
): DocumentLines {
  const lines = new Map<string, Entry[]>()
  /** Files with something that is being appended alone. */
  const held = new Set<string>()
  // One after the other: each holds all bytes of its file.
  const takeCompaction = createTurns({ most: 1, mostOfOne: 1 })
  const compacting = new Set<string>()
  /** Files that could not be compacted, and when that may be tried again. */
  const spoilt = new Map<string, { until: number; tooSlow: boolean }>()
  /** Pieces since the last compaction, of updates with more than typing has. */
  const pieces = new Map<string, number>()
  let waiting = false
  let begun = Number.NEGATIVE_INFINITY

  const isSpoilt = (documentId: string) =>
    performance.now() < (spoilt.get(documentId)?.until ?? Number.NEGATIVE_INFINITY)
  const compact = (documentId: string, { uncompacted }: Appended) => {
    const due = uncompacted >= compactAfter || (pieces.get(documentId) ?? 0) >= heavy
    if (!due || compacting.has(documentId) || isSpoilt(documentId)) return
    compacting.add(documentId)
    spoilt.delete(documentId)
    pieces.delete(documentId)
    takeCompaction('')
      .then((end) => compactDocument(documentId).finally(end))
      .catch((error) => {
        if (spoilt.size >= mostSpoilt) spoilt.clear()
        const tooSlow = error instanceof TooSlow
        spoilt.set(documentId, { until: performance.now() + spoiltFor, tooSlow })
        log.warn({ err: error, documentId }, 'a file could not be compacted')
      })
      .finally(() => compacting.delete(documentId))
      .catch(() => {})
  }
  const answer = ({ entries, input, parsed }: Group, appended: Appended) => {
    for (const { resolve } of entries) resolve(appended)
    const { documentId } = input
    if (parsed.pieces > light) pieces.set(documentId, (pieces.get(documentId) ?? 0) + parsed.pieces)
    compact(documentId, appended)
  }
  const refuse = ({ entries }: Group, error: unknown) => {
    for (const { reject } of entries) reject(error)
  }
  async function storeAlone(group: Group) {
    try {
      answer(group, await appendUpdate(group.actor, group.input))
    } catch (error) {
      const { entries } = group
      // One of them spoils the others: each gets its own answer.
      if (error instanceof Invalid && entries.length > 1)
        for (const entry of entries) await storeAlone({ ...group, ...entry, entries: [entry] })
      else refuse(group, error)
    }
  }
  async function storeHeld(documentId: string, groups: Group[]) {
    held.add(documentId)
    for (const group of groups) await inTurn(group.input.roomId, () => storeAlone(group))
    held.delete(documentId)
    wake()
  }
  async function storeBatch(batch: Group[]) {
    let left: Group[] = batch
    try {
      // Twice: another node may have written the same file in the same moment.
      for (let tries = 0; tries < 2 && left.length > 0; tries++) {
        // What somebody holds has made one batch wait; it should not make the next wait too.
        const places = await appendUpdates(left, held.size > 0)
        left = left.filter((group, at) => {
          const place = places[at]
          if (!place) return true
          onStored(group.input.documentId, place.seq)
          answer(group, place)
          return false
        })
      }
    } catch (error) {
      if (isAway(error)) {
        for (const group of left) refuse(group, error)
        return
      }
      log.warn({ err: error }, 'a batch of updates failed: each is stored alone')
    }
    const files = new Map<string, Group[]>()
    for (const group of left) {
      const { documentId } = group.input
      files.set(documentId, [...(files.get(documentId) ?? []), group])
    }
    for (const [documentId, groups] of files) void storeHeld(documentId, groups)
  }
  async function work() {
    begun = performance.now()
    const batch: Group[] = []
    for (const [documentId, line] of lines) {
      if (held.has(documentId)) continue
      batch.push(...takeGroups(line))
      if (line.length === 0) lines.delete(documentId)
      if (batch.length >= mostGroups) break
    }
    if (batch.length > 0) await storeBatch(batch)
    waiting = false
    wake()
  }
  const hasWork = () => {
    for (const documentId of lines.keys()) if (!held.has(documentId)) return true
    return false
  }
  function wake() {
    if (waiting || !hasWork()) return
    waiting = true
    const rest = begun + pause - performance.now()
    if (rest > 0) setTimeout(() => void work(), rest)
    else setImmediate(() => void work())
  }
  const tryInTurn = createTurns({ most: 2, mostOfOne: 1 })
  const trials = new Map<string, number>()
  /** Takes long on purpose for some: of one person few wait, and others get their turn between them. */
  async function trial(actor: Actor, input: UpdateDocumentInput) {
    const { personId } = actor
    const waiting = trials.get(personId) ?? 0
    if (waiting >= mostTrials) throw new RateLimited(2_000)
    trials.set(personId, waiting + 1)
    try {
      const end = await tryInTurn(personId)
      await tryUpdate(actor, input).finally(end)
    } finally {
      const left = (trials.get(personId) ?? 1) - 1
      if (left > 0) trials.set(personId, left)
      else trials.delete(personId)
    }
  }
  async function inTurn(roomId: string, work: () => Promise<void>) {
    const end = await takeTurn(roomId)
    await work().finally(end)
  }
  return {
    append: async (from, actor, input) => {
      // Whatever is damaged is refused before it can touch its neighbours.
      const parsed = parseUpdate(input.update)
      const { documentId } = input
      const untried = (pieces.get(documentId) ?? 0) + parsed.pieces
      const isHeavy = parsed.pieces > mostUntried || (parsed.pieces > light && untried > heavy)
      // A file that took too long to compact takes too long to try: its trial refuses, after who may ask.
      if (isHeavy || (isSpoilt(documentId) && spoilt.get(documentId)?.tooSlow))
        await trial(actor, input)
      const line = lines.get(documentId) ?? []
      if (line.length >= longest) throw new RateLimited(1_000)
      return new Promise((resolve, reject) => {
        line.push({ from, actor, input, parsed, resolve, reject })
        lines.set(documentId, line)
        wake()
      })
    },
  }
}
