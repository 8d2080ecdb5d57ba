import { and, eq } from 'drizzle-orm'
import type { VotePollInput } from '@/contracts/polls'
import { db, type Transaction } from '@/db/client'
import { pollVote } from '@/db/schema'
import { type LockedPoll, lockPoll } from '@/domain/access/polls'
import { lockWritingSeat } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { Conflict, Invalid } from '@/domain/errors'
import { publishToRoom } from '@/domain/publish'
import { appendRoomEvent } from '@/domain/rooms/append-room-event'

/**
 * Sets all that a person chooses in a poll; nothing takes their vote back. The same choice again takes no
 * number; `seq` is then the room's present one.
 */
export async function vote(actor: Actor, input: VotePollInput): Promise<{ seq: number }> {
  const { roomId, messageId, choices } = input
  const { personId } = actor
  const { seq, event } = await db().transaction(async (tx) => {
    const seat = await lockWritingSeat(tx, actor, roomId)
    const { found } = await lockPoll(tx, seat, messageId)
    if (found.closedAt) throw new Conflict('This poll is closed.')
    check(found, choices)
    if (!(await store(tx, messageId, personId, choices))) return { seq: seat.seq, event: null }
    const draft = { kind: 'poll:voted', messageId, personId, choices } as const
    const event = await appendRoomEvent(tx, roomId, personId, draft)
    return { seq: event.seq, event }
  })
  if (event) await publishToRoom(roomId, [event])
  return { seq }
}

function check({ options, multiple }: LockedPoll, choices: number[]) {
  if (choices.some((at) => at >= options.length))
    throw new Invalid('This poll does not have that option.')
  if (!multiple && choices.length > 1) throw new Invalid('Choose one option.')
}

/** @returns whether anything changed. The message is locked: nobody else votes meanwhile. */
async function store(tx: Transaction, messageId: string, personId: string, choices: number[]) {
  const own = and(eq(pollVote.messageId, messageId), eq(pollVote.personId, personId))
  const [before] = await tx.select({ choices: pollVote.choices }).from(pollVote).where(own)
  if ((before?.choices ?? []).join() === choices.join()) return false
  if (choices.length === 0) await tx.delete(pollVote).where(own)
  else
    await tx
      .insert(pollVote)
      .values({ messageId, personId, choices })
      .onConflictDoUpdate({
        target: [pollVote.messageId, pollVote.personId],
        set: { choices },
      })
  return true
}
