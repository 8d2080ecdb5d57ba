import { and, eq, inArray, sql } from 'drizzle-orm'
import type { DraftView, SaveDraftInput } from '@/contracts/drafts'
import { db, type Transaction } from '@/db/client'
import { draft, message } from '@/db/schema'
import { loadSeat, type RoomSeat } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { NotFound } from '@/domain/errors'
import { readDraft } from './read-draft'

/**
 * Keeps what the actor has begun to write, for their other devices; an empty text is kept too, for its version.
 * It changes nothing of the room, so whoever is muted may.
 * @returns what stands there now; `saved` is false when that was newer than what the text grew from
 * @throws NotFound without a seat, or when the message answered is not in the room
 */
export async function saveDraft(
  actor: Actor,
  input: SaveDraftInput,
): Promise<{ draft: DraftView; saved: boolean }> {
  const { roomId, threadId, body, replyToId, version } = input
  const { personId } = actor
  return db().transaction(async (tx) => {
    const seat = await loadSeat(tx, actor, roomId, true)
    await assertInRoom(tx, seat, [threadId, replyToId])
    const stored = await tx
      .insert(draft)
      .values({ personId, roomId, threadId, body, replyToId, version: version + 1 })
      .onConflictDoUpdate({
        target: [draft.personId, draft.roomId, draft.threadId],
        set: { body, replyToId, version: sql`${draft.version} + 1`, changedAt: sql`now()` },
        setWhere: sql`${draft.version} <= ${version}`,
      })
      .returning({ version: draft.version })
    const now = await readDraft(tx, personId, { roomId, threadId })
    return { draft: now, saved: stored.length > 0 }
  })
}

async function assertInRoom(tx: Transaction, seat: RoomSeat, ids: (string | null)[]) {
  const named = [...new Set(ids.filter((id) => id !== null))]
  if (named.length === 0) return
  const found = await tx
    .select({ id: message.id })
    .from(message)
    .where(and(inArray(message.id, named), eq(message.roomId, seat.roomId)))
  if (found.length < named.length) throw new NotFound('This message is not here.')
}
