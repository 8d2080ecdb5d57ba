import { and, eq } from 'drizzle-orm'
import type { SetStepStateInput } from '@/contracts/inputs'
import { db } from '@/db/client'
import { stepProgress } from '@/db/schema'
import { leaveStepSeat } from '@/domain/access/step-rooms'
import type { Actor } from '@/domain/actor'
import { NotFound } from '@/domain/errors'
import { findStep } from './find-step'
import { storeStepState } from './store-step-state'

/**
 * Sets the actor's own state on a step; who skips it or puts it back leaves its room. Setting the same state again keeps the date since when it holds.
 * @throws NotFound when no roadmap has this step.
 */
export async function setStepState(actor: Actor, input: SetStepStateInput): Promise<void> {
  if (!findStep(input.stepId)) throw new NotFound('This step is not on the roadmap.')
  const { personId } = actor
  const { stepId, state } = input
  await db().transaction(async (tx) => {
    if (state === 'not_started')
      await tx
        .delete(stepProgress)
        .where(and(eq(stepProgress.personId, personId), eq(stepProgress.stepId, stepId)))
    else await storeStepState(tx, { personId, stepId, state })
    // After the progress: whoever enters the room at this moment holds it until they have their seat.
    if (state === 'not_started' || state === 'skipped') await leaveStepSeat(tx, personId, stepId)
  })
}
