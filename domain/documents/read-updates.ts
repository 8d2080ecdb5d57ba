import { and, asc, eq, gt } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { documentUpdate } from '@/db/schema'

export type StoredUpdate = { seq: number; update: Uint8Array }

/**
 * What is stored of a file after this number, in the order of storing. A compacted row comes under the
 * number of the newest that it merged, and brings more than was asked for. Access is the caller's to check.
 */
export async function readUpdates(
  q: Queryable,
  documentId: string,
  afterSeq: number,
): Promise<StoredUpdate[]> {
  return q
    .select({ seq: documentUpdate.seq, update: documentUpdate.bytes })
    .from(documentUpdate)
    .where(and(eq(documentUpdate.documentId, documentId), gt(documentUpdate.seq, afterSeq)))
    .orderBy(asc(documentUpdate.seq))
}
