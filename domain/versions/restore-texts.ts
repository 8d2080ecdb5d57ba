import type { Transaction } from '@/db/client'
import type { LockedDocument } from '@/domain/access/documents'
import type { RoomSeat } from '@/domain/access/rooms'
import { loadVersionText } from '@/domain/access/versions'
import type { Actor } from '@/domain/actor'
import { maximumDocumentBytes, storeUpdate } from '@/domain/documents/append-update'
import { type Rewritten, rewriteStored } from '@/domain/documents/document-work'
import { readUpdates } from '@/domain/documents/read-updates'
import { Invalid } from '@/domain/errors'
import type { RoomFile } from './read-room-files'

/** What has been written in a file leaves no room for its older text. */
export class FileFull extends Invalid {
  constructor(
    readonly documentId: string,
    path: string,
  ) {
    super(`${path} is full and cannot take its older text. Move a part of it to another file.`)
  }
}
type TextChange = { found: LockedDocument; rewritten: Rewritten }

/** The changes that make older texts of the present ones; files whose text is that already have none. */
export async function planTexts(
  tx: Transaction,
  of: {
    seat: RoomSeat
    versionId: string
    wanted: { documentId: string; hash: string }[]
    /** By id, and locked: the deleted too. */
    held: ReadonlyMap<string, LockedDocument>
    live: RoomFile[]
  },
): Promise<TextChange[]> {
  const hashes = new Map(of.live.map(({ documentId, hash }) => [documentId, hash]))
  const changes: TextChange[] = []
  for (const { documentId, hash } of of.wanted) {
    const found = of.held.get(documentId)
    if (!found || hashes.get(documentId) === hash) continue
    const text = await loadVersionText(tx, of.seat, { versionId: of.versionId, documentId })
    const updates = await readUpdates(tx, documentId, 0)
    const rewritten = await rewriteStored(
      updates.map(({ update }) => update),
      text,
    )
    if (!rewritten) continue
    if (found.size + rewritten.update.length > maximumDocumentBytes)
      throw new FileFull(documentId, found.path)
    changes.push({ found, rewritten })
  }
  return changes
}

/** Stores them as everything that is written, though nobody typed it. */
export async function storeTexts(tx: Transaction, actor: Actor, changes: TextChange[]) {
  const stored: { documentId: string; seq: number; update: Uint8Array }[] = []
  for (const { found, rewritten } of changes) {
    const { update, client, clock } = rewritten
    const ranges = clock > 0 ? [{ client, from: 0, to: clock }] : []
    const { seq } = await storeUpdate(tx, actor, found, update, { ranges }, null)
    stored.push({ documentId: found.id, seq, update })
  }
  return stored
}
