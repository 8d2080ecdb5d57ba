import { and, eq } from 'drizzle-orm'
import type { ProjectCard } from '@/contracts/views'
import { db } from '@/db/client'
import { stepProgress } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { listFreeSeats } from './list-free-seats'

/** What the actor could join next: open projects on the steps they learn, else the newest. */
export async function nextProjectsFor(
  actor: Actor,
  input: { limit: number },
): Promise<ProjectCard[]> {
  const { limit } = input
  const learning = await db()
    .select({ stepId: stepProgress.stepId })
    .from(stepProgress)
    .where(and(eq(stepProgress.personId, actor.personId), eq(stepProgress.state, 'learning')))
  const stepIds = learning.map((row) => row.stepId)
  const fitting = stepIds.length > 0 ? await listFreeSeats(actor, { limit, stepIds }) : []
  return fitting.length > 0 ? fitting : listFreeSeats(actor, { limit })
}
