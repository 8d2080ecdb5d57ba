import { inArray } from 'drizzle-orm'
import { db } from '@/db/client'
import { document } from '@/db/schema'

/** The newest update's number of each of these files. */
export async function readDocumentSequences(documentIds: string[]): Promise<Map<string, number>> {
  if (documentIds.length === 0) return new Map()
  const rows = await db()
    .select({ id: document.id, seq: document.seq })
    .from(document)
    .where(inArray(document.id, documentIds))
  return new Map(rows.map(({ id, seq }) => [id, seq]))
}
