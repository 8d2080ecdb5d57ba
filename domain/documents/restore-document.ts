import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { document } from '@/db/schema'
import { lockDocument, lockWriter } from '@/domain/access/documents'
import type { Actor } from '@/domain/actor'
import { publishToRoom } from '@/domain/publish'
import { appendRoomEvent } from '@/domain/rooms/append-room-event'
import { takePlace } from './file-room'
import { toDocumentView } from './list-documents'

/**
 * Brings a deleted file back to where it was. Twice is once.
 * @throws Conflict when another file has taken its path, or the room is full
 */
export async function restoreDocument(
  actor: Actor,
  input: { roomId: string; documentId: string },
): Promise<{ seq: number }> {
  const { roomId, documentId } = input
  const { seq, event } = await db().transaction(async (tx) => {
    const seat = await lockWriter(tx, actor, roomId)
    const found = await lockDocument(tx, seat, documentId)
    if (!found.deletedAt) return { seq: seat.seq, event: null }
    const place = { id: documentId, path: found.path, isMore: true }
    const taken = await takePlace(tx, roomId, place)
    await tx.update(document).set({ deletedAt: null }).where(eq(document.id, documentId))
    const draft = { kind: 'document:restored', document: toDocumentView(found) } as const
    return { seq: taken, event: await appendRoomEvent(tx, roomId, actor.personId, draft, taken) }
  })
  if (event) await publishToRoom(roomId, [event])
  return { seq }
}
