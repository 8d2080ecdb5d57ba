import { eq, inArray, sql } from 'drizzle-orm'
import { maximumDocuments } from '@/contracts/documents'
import type { Transaction } from '@/db/client'
import { document } from '@/db/schema'
import { toDocumentView } from '@/domain/documents/list-documents'
import { Conflict } from '@/domain/errors'
import type { EventDraft } from '@/domain/rooms/append-room-event'
import type { PathChange } from './plan-restore'

/**
 * Brings files back, moves and deletes them, under the room's lock, as the room's events tell it.
 * @param files how many the room has now
 * @throws Conflict when it would have too many
 */
export async function movePaths(
  tx: Transaction,
  changes: PathChange[],
  files: number,
): Promise<EventDraft[]> {
  const sum = (kind: PathChange['kind']) => changes.filter((one) => one.kind === kind).length
  if (files + sum('document:restored') - sum('document:deleted') > maximumDocuments)
    throw new Conflict(`A room holds ${maximumDocuments} files. Delete one first.`)
  const ids = changes.map(({ documentId }) => documentId)
  // All leave their places before any is taken: two files may change places.
  if (ids.length > 0)
    await tx
      .update(document)
      .set({ deletedAt: sql`clock_timestamp()` })
      .where(inArray(document.id, ids))
  const drafts: EventDraft[] = []
  for (const change of changes) {
    const { documentId } = change
    if (change.kind === 'document:deleted') {
      drafts.push({ kind: change.kind, documentId })
      continue
    }
    const { kind, path } = change
    const [placed] = await tx
      .update(document)
      .set({ path, deletedAt: null })
      .where(eq(document.id, documentId))
      .returning()
    if (!placed) throw new Error(`File ${documentId} is gone.`)
    if (kind === 'document:moved') drafts.push({ kind, documentId, path })
    else drafts.push({ kind, document: toDocumentView(placed) })
  }
  return drafts
}
