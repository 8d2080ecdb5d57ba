import { eq, sql } from 'drizzle-orm'
import type { RoomEvent } from '@/contracts/realtime'
import type { Transaction } from '@/db/client'
import { room, roomEvent } from '@/db/schema'

type Distribute<T> = T extends unknown ? Omit<T, 'roomId' | 'seq' | 'at'> : never
/** A room event before it has its place in the order. */
export type EventDraft = Distribute<RoomEvent>

/**
 * Takes the room's next sequence number. The update locks the room's row until the transaction ends,
 * so numbers are dense and in order of commit: call it as late in the transaction as possible.
 */
export async function takeSequence(tx: Transaction, roomId: string): Promise<number> {
  const [row] = await tx
    .update(room)
    .set({ seq: sql`${room.seq} + 1` })
    .where(eq(room.id, roomId))
    .returning({ seq: room.seq })
  if (!row) throw new Error(`Room ${roomId} is gone.`)
  return row.seq
}

/** Stores one change of a room under the number that it took, and returns it as clients see it. */
export async function appendRoomEvent(
  tx: Transaction,
  roomId: string,
  actorId: string | null,
  draft: EventDraft,
  seq?: number,
): Promise<RoomEvent> {
  const taken = seq ?? (await takeSequence(tx, roomId))
  const at = new Date()
  const stored = withoutText(draft)
  await tx
    .insert(roomEvent)
    .values({ roomId, seq: taken, kind: draft.kind, actorId, payload: stored, createdAt: at })
  return { ...draft, roomId, seq: taken, at: at.toISOString() } as RoomEvent
}

/** What people wrote lives in one row alone: a delete must leave no copy behind in the log. */
function withoutText(draft: EventDraft): object {
  const { kind, ...payload } = draft
  if (draft.kind === 'message:created') return { messageId: draft.message.id }
  if (draft.kind === 'message:edited')
    return { messageId: draft.messageId, editedAt: draft.editedAt }
  if (draft.kind === 'message:restored') {
    const { messageId, messageSeq, authorId, threadId, thread } = draft
    return { messageId, messageSeq, authorId, threadId, thread }
  }
  if (draft.kind === 'run:recorded') return { runId: draft.run.id }
  if ('version' in draft) return { versionId: draft.version.id }
  if ('mark' in draft) return { markId: draft.mark.id }
  if ('task' in draft) return { taskId: draft.task.id }
  return payload
}
