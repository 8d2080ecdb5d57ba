import { eq, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { document } from '@/db/schema'
import { lockDocument, lockWriter } from '@/domain/access/documents'
import type { Actor } from '@/domain/actor'
import { publishToRoom } from '@/domain/publish'
import { appendRoomEvent } from '@/domain/rooms/append-room-event'

/** Takes a file out of the room; its text is kept, so that it can be brought back. Twice is once. */
export async function deleteDocument(
  actor: Actor,
  input: { roomId: string; documentId: string },
): Promise<{ seq: number }> {
  const { roomId, documentId } = input
  const { seq, event } = await db().transaction(async (tx) => {
    const seat = await lockWriter(tx, actor, roomId)
    const found = await lockDocument(tx, seat, documentId)
    if (found.deletedAt) return { seq: seat.seq, event: null }
    await tx
      .update(document)
      .set({ deletedAt: sql`clock_timestamp()` })
      .where(eq(document.id, documentId))
    const draft = { kind: 'document:deleted', documentId } as const
    const appended = await appendRoomEvent(tx, roomId, actor.personId, draft)
    return { seq: appended.seq, event: appended }
  })
  if (event) await publishToRoom(roomId, [event])
  return { seq }
}
