import type { ReactInput } from '@/contracts/inputs'
import { db } from '@/db/client'
import { reaction } from '@/db/schema'
import { lockMessage, lockWritingSeat } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { Conflict } from '@/domain/errors'
import { publishToRoom } from '@/domain/publish'
import { appendRoomEvent } from './append-room-event'

/** Adds one's own reaction. A second time takes no number; `seq` is then the room's present one. */
export async function addReaction(actor: Actor, input: ReactInput): Promise<{ seq: number }> {
  const { roomId, messageId } = input
  const { seq, event } = await db().transaction(async (tx) => {
    const seat = await lockWritingSeat(tx, actor, roomId)
    const found = await lockMessage(tx, seat, messageId)
    if (found.deletedAt) throw new Conflict('This message was deleted.')
    const added = await tx
      .insert(reaction)
      .values({ messageId, personId: actor.personId, reaction: input.reaction })
      .onConflictDoNothing()
      .returning({ reaction: reaction.reaction })
    if (added.length === 0) return { seq: seat.seq, event: null }
    const appended = await appendRoomEvent(tx, roomId, actor.personId, {
      kind: 'reaction:added',
      messageId,
      reaction: input.reaction,
      personId: actor.personId,
    })
    return { seq: appended.seq, event: appended }
  })
  if (event) await publishToRoom(roomId, [event])
  return { seq }
}
