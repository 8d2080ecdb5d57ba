import { and, eq, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { room, seat } from '@/db/schema'
import { revoke } from '@/domain/publish'

/** The key of the one room of two people, whichever of them opens it. */
export const pairOf = (one: string, other: string): string => [one, other].sort().join(':')

/**
 * Until the transaction ends, nobody opens the room of these two and no block comes between them: seats that
 * are made while a block is made would outlive it.
 */
export async function lockPair(tx: Transaction, pair: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`direct ${pair}`}, 0))`)
}

/** Takes both seats of the room of two people, if there is one, and cuts what is open of it. */
export async function closePair(tx: Transaction, one: string, other: string): Promise<void> {
  const pair = pairOf(one, other)
  await lockPair(tx, pair)
  const gone = await tx
    .delete(seat)
    .where(
      sql`${seat.roomId} = (${tx.select({ id: room.id }).from(room).where(eq(room.pair, pair))})`,
    )
    .returning({ roomId: seat.roomId, personId: seat.personId })
  for (const each of gone) await revoke(tx, each)
}

/** Whether both have their seat in the room of this pair. */
export async function findPairRoom(
  tx: Transaction,
  pair: string,
): Promise<{ roomId: string; seats: number } | null> {
  const [found] = await tx
    .select({ roomId: room.id, seats: sql<number>`count(${seat.personId})::int` })
    .from(room)
    .leftJoin(seat, eq(seat.roomId, room.id))
    .where(and(eq(room.pair, pair)))
    .groupBy(room.id)
  return found ?? null
}
