import { and, eq, inArray } from 'drizzle-orm'
import { findMentions } from '@/contracts/mentions'
import type { Transaction } from '@/db/client'
import { mention, person, seat as seats, threadRead } from '@/db/schema'
import type { LockedMessage, RoomSeat } from '@/domain/access/rooms'
import { lockThread } from './settle-thread'

export type Settled = {
  /** Whom the text names, in the order of their ids. */
  mentions: string[]
  here: boolean
  /** Whose unread mentions may have changed. */
  concerned: string[]
}

/**
 * Makes the mentions of a locked message those of `body`: who is not mentioned any more loses the count, who
 * is mentioned now gets one at the message's own place.
 */
export async function settleMentions(
  tx: Transaction,
  seat: RoomSeat,
  found: LockedMessage,
  body: string,
): Promise<Settled> {
  const { handles, here: called } = findMentions(body)
  const here = called && seat.kind !== 'step'
  const seated =
    handles.length === 0 && !here
      ? []
      : await tx
          .select({ id: person.id, handle: person.handle })
          .from(seats)
          .innerJoin(person, eq(person.id, seats.personId))
          .where(
            here
              ? eq(seats.roomId, seat.roomId)
              : and(eq(seats.roomId, seat.roomId), inArray(person.handle, handles)),
          )
  const wanted = new Set(handles)
  const mentions = seated
    .filter(({ handle }) => wanted.has(handle.toLowerCase()))
    .map(({ id }) => id)
    .sort()
  const reached = (here ? seated.map(({ id }) => id) : mentions).filter(
    (id) => id !== found.authorId,
  )
  const before = await tx
    .delete(mention)
    .where(eq(mention.messageId, found.id))
    .returning({ personId: mention.personId })
  const { id: messageId, seq, threadId } = found
  const place = { roomId: seat.roomId, seq, threadId }
  if (reached.length > 0)
    await tx.insert(mention).values(reached.map((personId) => ({ messageId, personId, ...place })))
  if (threadId && reached.length > 0) {
    // Whoever replies makes followers too, under the thread's lock: without it the two wait for each other.
    await lockThread(tx, threadId)
    const follows = { threadId, roomId: seat.roomId, lastReadSeq: seq - 1 }
    await tx
      .insert(threadRead)
      .values(reached.map((personId) => ({ ...follows, personId })))
      .onConflictDoNothing()
  }
  return { mentions, here, concerned: [...before.map(({ personId }) => personId), ...reached] }
}
