import { and, eq, sql } from 'drizzle-orm'
import type { Queryable, Transaction } from '@/db/client'
import { person, room, seat, stepProgress } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { revoke } from '@/domain/publish'

/** Whoever learns a step, or has learned it, may be in its room; who skipped it or put it back, may not. */
export const statesWithRoom = ['learning', 'done'] as const

/**
 * Whether a person may take a seat in the room of a step: by their own progress, or as a moderator.
 * @param lock keeps the progress as it is until the transaction ends
 */
export async function mayEnterStepRoom(
  q: Queryable,
  actor: Pick<Actor, 'personId'>,
  stepId: string,
  lock = false,
): Promise<boolean> {
  const query = q
    .select({ state: stepProgress.state })
    .from(stepProgress)
    .where(and(eq(stepProgress.personId, actor.personId), eq(stepProgress.stepId, stepId)))
  const [own] = await (lock ? query.for('share') : query)
  if (own && statesWithRoom.some((state) => state === own.state)) return true
  const [who] = await q
    .select({ isModerator: person.isModerator })
    .from(person)
    .where(eq(person.id, actor.personId))
  return who?.isModerator ?? false
}

/** Takes a person's seat in the room of a step, if they have one, and cuts what is open of it. */
export async function leaveStepSeat(
  tx: Transaction,
  personId: string,
  stepId: string,
): Promise<void> {
  const [gone] = await tx
    .delete(seat)
    .where(
      and(
        eq(seat.personId, personId),
        sql`${seat.roomId} = (${tx.select({ id: room.id }).from(room).where(eq(room.stepId, stepId))})`,
      ),
    )
    .returning({ roomId: seat.roomId, personId: seat.personId })
  if (gone) await revoke(tx, gone)
}
