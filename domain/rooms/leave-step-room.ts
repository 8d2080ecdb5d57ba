import { db } from '@/db/client'
import { leaveStepSeat } from '@/domain/access/step-rooms'
import type { Actor } from '@/domain/actor'

/** Gives up the actor's own seat in the room of a step; without one nothing changes. */
export async function leaveStepRoom(actor: Actor, input: { stepId: string }): Promise<void> {
  await db().transaction((tx) => leaveStepSeat(tx, actor.personId, input.stepId))
}
