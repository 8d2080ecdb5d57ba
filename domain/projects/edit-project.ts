import { eq, sql } from 'drizzle-orm'
import type { EditProjectInput } from '@/contracts/inputs'
import { project, projectStep } from '@/db/schema'
import { canEditProject, lockProject } from '@/domain/access/projects'
import type { Actor } from '@/domain/actor'
import { changeAndTell } from '@/domain/change-and-tell'
import { Forbidden } from '@/domain/errors'
import { loadTeam } from '@/domain/teams/load-team'
import { editOpenings } from './edit-openings'
import { resolveCatalogue } from './resolve-catalogue'

/** The slug stays as it was: links to the project keep working. @throws Invalid near the field. */
export async function editProject(
  actor: Actor,
  input: EditProjectInput,
): Promise<{ slug: string }> {
  return changeAndTell(async (tx, news) => {
    const { project: known, standing } = await lockProject(tx, actor, input.projectId)
    if (!canEditProject(known.status, standing)) throw new Forbidden()
    const skillIds = await resolveCatalogue(tx, input)
    const { title, pitch, description, hoursPerWeek, timeZone } = input
    const { windowStart, windowEnd, repositoryUrl } = input
    await tx
      .update(project)
      .set({
        ...{ title, pitch, description, hoursPerWeek, timeZone },
        ...{ windowStart, windowEnd, repositoryUrl },
        updatedAt: sql`now()`,
      })
      .where(eq(project.id, known.id))
    const stepIds = [...new Set(input.stepIds)]
    await tx.delete(projectStep).where(eq(projectStep.projectId, known.id))
    await tx.insert(projectStep).values(stepIds.map((stepId) => ({ projectId: known.id, stepId })))
    await editOpenings(tx, news, known, input.openings, skillIds)
    for (const personId of await loadTeam(tx, known.id))
      news.tell({ personId, signal: 'project:changed', ids: { projectId: known.id } })
    return { slug: known.slug }
  })
}
