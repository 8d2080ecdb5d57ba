import { eq, sql } from 'drizzle-orm'
import type { WelcomeInput } from '@/contracts/inputs'
import { db } from '@/db/client'
import { person } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { Invalid } from '@/domain/errors'
import { findStep } from '@/domain/roadmap/find-step'
import { storeStepState } from '@/domain/roadmap/store-step-state'
import { storeSkills } from './store-skills'

/** Answers the first questions, all or none. @throws Invalid for a step or a skill that is unknown. */
export async function welcomePerson(actor: Actor, input: WelcomeInput): Promise<void> {
  const { stepId, skills, weeklyHours, timeZone } = input
  if (!findStep(stepId))
    throw new Invalid('Some fields need another look.', {
      stepId: 'Choose a step of the roadmap.',
    })
  const { personId } = actor
  await db().transaction(async (tx) => {
    await tx
      .update(person)
      .set({ weeklyHours, timeZone, welcomedAt: sql`coalesce(${person.welcomedAt}, now())` })
      .where(eq(person.id, personId))
    await storeSkills(tx, personId, skills)
    await storeStepState(tx, { personId, stepId, state: 'learning' })
  })
}
