import { and, eq } from 'drizzle-orm'
import type { SetStepStateInput } from '@/contracts/inputs'
import { db } from '@/db/client'
import { stepProgress } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { NotFound } from '@/domain/errors'
import { findStep } from './find-step'
import { storeStepState } from './store-step-state'

/**
 * Sets the actor's own state on a step. Setting the same state again keeps the date since when it holds.
 * @throws NotFound when no roadmap has this step.
 */
export async function setStepState(actor: Actor, input: SetStepStateInput): Promise<void> {
  if (!findStep(input.stepId)) throw new NotFound('This step is not on the roadmap.')
  const { personId } = actor
  if (input.state === 'not_started') {
    await db()
      .delete(stepProgress)
      .where(and(eq(stepProgress.personId, personId), eq(stepProgress.stepId, input.stepId)))
    return
  }
  await storeStepState(db(), { personId, stepId: input.stepId, state: input.state })
}
