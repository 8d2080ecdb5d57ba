import type { Queryable } from '@/db/client'
import { readStoredText } from './document-work'
import { readUpdates } from './read-updates'

/** The text of a file as it is stored now; access is the caller's to check. */
export async function readDocumentText(q: Queryable, documentId: string): Promise<string> {
  const rows = await readUpdates(q, documentId, 0)
  return readStoredText(rows.map(({ update }) => update))
}
