import { asc, eq } from 'drizzle-orm'
import { expect } from 'vitest'
import * as Y from 'yjs'
import { db } from '@/db/client'
import { document, documentClient, documentUpdate } from '@/db/schema'
import type { File } from './documents'

export const rowsOf = ({ documentId }: File) =>
  db()
    .select()
    .from(documentUpdate)
    .where(eq(documentUpdate.documentId, documentId))
    .orderBy(asc(documentUpdate.seq))

export async function seqOf({ documentId }: File): Promise<number> {
  const [row] = await db()
    .select({ seq: document.seq })
    .from(document)
    .where(eq(document.id, documentId))
  return row?.seq ?? 0
}

/** What the tables say of a file agrees: its number, its size, the clocks, and nothing that waits. */
export async function expectWhole(file: File): Promise<void> {
  const rows = await rowsOf(file)
  const [row] = await db().select().from(document).where(eq(document.id, file.documentId))
  expect(row).toMatchObject({
    seq: rows.at(-1)?.seq ?? 0,
    size: rows.reduce((sum, { bytes }) => sum + bytes.byteLength, 0),
  })
  const doc = new Y.Doc()
  for (const { bytes } of rows) Y.applyUpdate(doc, bytes)
  expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null])
  const clocks = await db()
    .select({ client: documentClient.client, clock: documentClient.clock })
    .from(documentClient)
    .where(eq(documentClient.documentId, file.documentId))
  expect(new Map(clocks.map(({ client, clock }) => [client, clock]))).toEqual(
    Y.decodeStateVector(Y.encodeStateVector(doc)),
  )
  doc.destroy()
}
