import * as Y from 'yjs'
import type { OpenDocumentInput } from '@/contracts/documents'
import { db } from '@/db/client'
import { loadDocument } from '@/domain/access/documents'
import { loadSeat } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { Invalid } from '@/domain/errors'
import { mergeStored } from './document-work'
import { readClocks } from './read-clocks'
import { readUpdates } from './read-updates'
import { encodeStateVector } from './state-vector'

export type OpenedDocument = { update: Uint8Array; stateVector: Uint8Array; seq: number }

/**
 * What is stored of a file and the client lacks. The caller has joined the file's channel before, so that
 * nothing can fall between the two. No document is built: updates are merged as they lie.
 * @throws NotFound, Invalid for a state vector that is none
 */
export async function openDocument(
  actor: Actor,
  input: OpenDocumentInput,
): Promise<OpenedDocument> {
  const seat = await loadSeat(db(), actor, input.roomId)
  const { id, seq } = await loadDocument(db(), seat, input.documentId)
  // Clocks before rows: what is stored in between is offered once more, and never missed.
  const clocks = await readClocks(db(), id)
  const rows = await readUpdates(db(), id, 0)
  const merged = await mergeStored(rows.map(({ update }) => update))
  return {
    update: knowsNothing(input.stateVector) ? merged : difference(merged, input.stateVector),
    stateVector: encodeStateVector(clocks),
    // Rows were read after the number: they can only be newer.
    seq: Math.max(seq, rows.at(-1)?.seq ?? 0),
  }
}

/** Whoever opens a file for the first time gets what lies there, without its being decoded. */
const knowsNothing = (stateVector: Uint8Array) => stateVector.length === 1 && stateVector[0] === 0

function difference(merged: Uint8Array, stateVector: Uint8Array): Uint8Array {
  try {
    return Y.diffUpdate(merged, stateVector)
  } catch {
    throw new Invalid('What this page knows of the file cannot be read. Reload the page.')
  }
}
