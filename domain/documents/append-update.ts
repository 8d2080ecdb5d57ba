import { eq, sql } from 'drizzle-orm'
import * as Y from 'yjs'
import type { UpdateDocumentInput } from '@/contracts/documents'
import { db, type Transaction } from '@/db/client'
import { document, documentClient, documentUpdate } from '@/db/schema'
import {
  assertNotDeleted,
  type LockedDocument,
  lockDocument,
  lockWriter,
} from '@/domain/access/documents'
import type { Actor } from '@/domain/actor'
import { Invalid } from '@/domain/errors'
import { publishToDocument } from '@/domain/publish'
import { type ParsedUpdate, parseUpdate } from './parse-update'
import { readClocks } from './read-clocks'
import { encodeStateVector } from './state-vector'

/** A file's end, in stored bytes: some fifty thousand lines, and what everybody can still open. */
export const maximumDocumentBytes = 4 * 1024 * 1024

export type Appended = {
  /** The number under which the update is stored; the file's present one when it brought nothing new. */
  seq: number
  /** Updates since the last compaction. */
  uncompacted: number
}

export type Stored = Appended & { update: Uint8Array | null }

/**
 * Stores one Yjs V1 update of a file and then tells everybody who has it open. What is stored already is
 * left out, so a repeat is harmless. `appendUpdates` is the quick way for many; this one knows why not.
 * @throws NotFound, Forbidden while somebody else drives, Conflict for a deleted file, Invalid for an update
 *   that cannot be applied as it is (damaged, not about the text, building on what is not stored, too much)
 */
export async function appendUpdate(actor: Actor, input: UpdateDocumentInput): Promise<Appended> {
  const parsed = parseUpdate(input.update)
  const { update, ...appended } = await db().transaction((tx) =>
    appendLocked(tx, actor, input, parsed),
  )
  if (update) await publishToDocument(input.documentId, [{ seq: appended.seq, update }])
  return appended
}

async function appendLocked(
  tx: Transaction,
  actor: Actor,
  { roomId, documentId, update }: UpdateDocumentInput,
  { needs, ranges }: ParsedUpdate,
): Promise<Stored> {
  const seat = await lockWriter(tx, actor, roomId)
  const found = await lockDocument(tx, seat, documentId)
  assertNotDeleted(found)
  const clients = [...needs, ...ranges].map(({ client }) => client)
  const clocks = await readClocks(tx, documentId, clients)
  if (needs.some(({ client, clock }) => (clocks.get(client) ?? 0) < clock))
    throw new Invalid('This change builds on one that is not stored. Send everything since then.')
  const isKnown = ranges.some(({ client, from }) => (clocks.get(client) ?? 0) > from)
  // Whoever was not answered sends again, with more: what is stored once must not be stored otherwise.
  const fresh = isKnown ? Y.diffUpdate(update, encodeStateVector(clocks)) : update
  const rest = isKnown ? parseUpdate(fresh) : { needs, ranges }
  if (rest.ranges.length === 0 && rest.needs.length === 0)
    return { seq: found.seq, uncompacted: found.uncompacted, update: null }
  return storeUpdate(tx, actor, found, fresh, rest)
}

/** @param typedBy null when nobody typed this, though somebody caused it */
export async function storeUpdate(
  tx: Transaction,
  { personId }: Actor,
  found: LockedDocument,
  bytes: Uint8Array,
  { ranges }: Pick<ParsedUpdate, 'ranges'>,
  typedBy: string | null = personId,
): Promise<Stored> {
  const size = found.size + bytes.length
  if (size > maximumDocumentBytes)
    throw new Invalid('This file is full. Move a part of it to another file.')
  const [seq, uncompacted] = [found.seq + 1, found.uncompacted + 1]
  await tx.update(document).set({ seq, size, uncompacted }).where(eq(document.id, found.id))
  await tx
    .insert(documentUpdate)
    .values({ documentId: found.id, seq, bytes, authorId: personId, createdAt: new Date() })
  if (ranges.length > 0)
    await tx
      .insert(documentClient)
      .values(
        ranges.map(({ client, to }) => ({
          ...{ documentId: found.id, client, clock: to, personId: typedBy },
        })),
      )
      .onConflictDoUpdate({
        target: [documentClient.documentId, documentClient.client],
        set: { clock: sql`excluded.clock`, usedAt: sql`excluded.used_at` },
      })
  return { seq, uncompacted, update: bytes }
}
