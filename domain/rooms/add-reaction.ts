import { eq } from 'drizzle-orm'
import { maximumReactions } from '@/contracts/emoji'
import type { ReactInput } from '@/contracts/inputs'
import { db, type Transaction } from '@/db/client'
import { reaction } from '@/db/schema'
import { lockMessage, lockWritingSeat } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { Conflict } from '@/domain/errors'
import { publishToRoom } from '@/domain/publish'
import { appendRoomEvent } from './append-room-event'

/** Adds one's own reaction. A second time takes no number; `seq` is then the room's present one. */
export async function addReaction(actor: Actor, input: ReactInput): Promise<{ seq: number }> {
  const { roomId, messageId, emoji } = input
  const { seq, event } = await db().transaction(async (tx) => {
    const seat = await lockWritingSeat(tx, actor, roomId)
    const found = await lockMessage(tx, seat, messageId)
    if (found.deletedAt) throw new Conflict('This message was deleted.')
    await checkSpace(tx, messageId, emoji)
    const added = await tx
      .insert(reaction)
      .values({ messageId, personId: actor.personId, emoji })
      .onConflictDoNothing()
      .returning({ emoji: reaction.emoji })
    if (added.length === 0) return { seq: seat.seq, event: null }
    const appended = await appendRoomEvent(tx, roomId, actor.personId, {
      kind: 'reaction:added',
      messageId,
      emoji,
      personId: actor.personId,
    })
    return { seq: appended.seq, event: appended }
  })
  if (event) await publishToRoom(roomId, [event])
  return { seq }
}

/** The message is locked: nobody else adds one meanwhile. */
async function checkSpace(tx: Transaction, messageId: string, emoji: string) {
  const kinds = await tx
    .selectDistinct({ emoji: reaction.emoji })
    .from(reaction)
    .where(eq(reaction.messageId, messageId))
  if (kinds.length >= maximumReactions && !kinds.some((one) => one.emoji === emoji))
    throw new Conflict(
      `This message has ${maximumReactions} different reactions already. Join one of them.`,
    )
}
