import { and, asc, count, eq, gte, lte, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { document, documentUpdate } from '@/db/schema'
import { reportFailure } from '@/domain/publish'
import { compactStored } from './document-work'

/** So many updates of a file are merged into one; as many are quickly merged for whoever opens it. */
export const compactAfter = 500

/**
 * Merges a file's updates into one row, from which deleted text is gone. The merging is done without a
 * lock, so nobody waits for it; then, under the file's lock, exactly the merged rows are replaced. When
 * another node has been quicker one of them is missing, and this one changes nothing. The merged row takes
 * the number of the newest that it merged: numbers stay dense for whoever counts them.
 * @returns how many rows became one
 */
export async function compactDocument(documentId: string): Promise<{ merged: number }> {
  const rows = await db()
    .select({ seq: documentUpdate.seq, bytes: documentUpdate.bytes })
    .from(documentUpdate)
    .where(eq(documentUpdate.documentId, documentId))
    .orderBy(asc(documentUpdate.seq))
  const last = rows.at(-1)
  if (!last || rows.length < 2) return { merged: 0 }
  const bytes = await compactStored(rows.map((row) => row.bytes))
  const before = rows.reduce((sum, row) => sum + row.bytes.byteLength, 0)
  return db().transaction(async (tx) => {
    await tx
      .select({ id: document.id })
      .from(document)
      .where(eq(document.id, documentId))
      .for('update')
    // Up to a number rows only ever become fewer: as many as were read are those that were read.
    const merged = and(eq(documentUpdate.documentId, documentId), lte(documentUpdate.seq, last.seq))
    const [held] = await tx.select({ rows: count() }).from(documentUpdate).where(merged)
    if (held?.rows !== rows.length) return { merged: 0 }
    await tx.delete(documentUpdate).where(merged)
    await tx.insert(documentUpdate).values({ documentId, seq: last.seq, bytes })
    await tx
      .update(document)
      .set({
        size: sql`${document.size} - ${before - bytes.byteLength}`,
        uncompacted: sql`greatest(${document.uncompacted} - ${rows.length}, 0)`,
      })
      .where(eq(document.id, documentId))
    return { merged: rows.length }
  })
}

/** Files that have long been due, because the process that would have merged them is gone. */
export async function compactDocuments(): Promise<void> {
  const due = await db()
    .select({ id: document.id })
    .from(document)
    .where(gte(document.uncompacted, compactAfter))
    .orderBy(sql`random()`)
    .limit(100)
  // One that cannot be read must not keep the others from it.
  for (const { id } of due) await compactDocument(id).catch(reportFailure)
}
