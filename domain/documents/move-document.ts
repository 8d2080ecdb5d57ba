import { eq } from 'drizzle-orm'
import type { MoveDocumentInput } from '@/contracts/documents'
import { db } from '@/db/client'
import { document } from '@/db/schema'
import { assertNotDeleted, lockDocument, lockWriter } from '@/domain/access/documents'
import type { Actor } from '@/domain/actor'
import { publishToRoom } from '@/domain/publish'
import { appendRoomEvent } from '@/domain/rooms/append-room-event'
import { takePlace } from './file-room'

/** Gives a file another path, which is renaming and moving. To where it is already: takes no number. */
export async function moveDocument(
  actor: Actor,
  input: MoveDocumentInput,
): Promise<{ seq: number }> {
  const { roomId, documentId, path } = input
  const { seq, event } = await db().transaction(async (tx) => {
    const seat = await lockWriter(tx, actor, roomId)
    const found = await lockDocument(tx, seat, documentId)
    assertNotDeleted(found)
    if (found.path === path) return { seq: seat.seq, event: null }
    const taken = await takePlace(tx, roomId, { id: documentId, path, isMore: false })
    await tx.update(document).set({ path }).where(eq(document.id, documentId))
    const draft = { kind: 'document:moved', documentId, path } as const
    return { seq: taken, event: await appendRoomEvent(tx, roomId, actor.personId, draft, taken) }
  })
  if (event) await publishToRoom(roomId, [event])
  return { seq }
}
