import { eq } from 'drizzle-orm'
import type { SlowModeInput } from '@/contracts/rooms'
import { db } from '@/db/client'
import { room } from '@/db/schema'
import { lockModeration } from '@/domain/access/moderation'
import type { Actor } from '@/domain/actor'
import { storeAudit } from '@/domain/moderation/store-audit'
import { publishToRoom } from '@/domain/publish'
import { appendRoomEvent } from './append-room-event'

/** Sets how long people wait between two messages. The same again takes no number. @throws NotFound, Forbidden */
export async function setSlowMode(actor: Actor, input: SlowModeInput): Promise<{ seq: number }> {
  const { roomId, seconds } = input
  const { personId: id, handle, name, line } = actor
  const { seq, event } = await db().transaction(async (tx) => {
    const seat = await lockModeration(tx, actor, roomId)
    // The room's row comes last in the order of locks; only under it is it certain what holds now.
    const [before] = await tx
      .select({ slowSeconds: room.slowSeconds })
      .from(room)
      .where(eq(room.id, roomId))
      .for('no key update')
    if (before?.slowSeconds === seconds) return { seq: seat.seq, event: null }
    await storeAudit(tx, {
      ...{ actorId: id, action: 'slow:changed', roomId },
      details: { seconds },
    })
    await tx.update(room).set({ slowSeconds: seconds }).where(eq(room.id, roomId))
    const appended = await appendRoomEvent(tx, roomId, id, {
      ...{ kind: 'slow:changed', seconds },
      person: { id, handle, name, line },
    })
    return { seq: appended.seq, event: appended }
  })
  if (event) await publishToRoom(roomId, [event])
  return { seq }
}
