import { and, asc, eq, isNull } from 'drizzle-orm'
import type { DocumentView } from '@/contracts/documents'
import type { Queryable } from '@/db/client'
import { document } from '@/db/schema'

/** The files of a room by path, without the deleted; access is the caller's to check. */
export async function listDocuments(q: Queryable, roomId: string): Promise<DocumentView[]> {
  const rows = await q
    .select({ id: document.id, path: document.path, createdAt: document.createdAt })
    .from(document)
    .where(and(eq(document.roomId, roomId), isNull(document.deletedAt)))
    .orderBy(asc(document.path))
  return rows.map(toDocumentView)
}

export function toDocumentView(
  row: Pick<typeof document.$inferSelect, 'id' | 'path' | 'createdAt'>,
): DocumentView {
  return { id: row.id, path: row.path, createdAt: row.createdAt.toISOString() }
}
