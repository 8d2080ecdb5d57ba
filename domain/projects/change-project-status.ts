import { and, eq, inArray, sql } from 'drizzle-orm'
import type { ChangeProjectStatusInput } from '@/contracts/inputs'
import { membership, project } from '@/db/schema'
import { canEditProject, canMoveProject, lockProject } from '@/domain/access/projects'
import type { Actor } from '@/domain/actor'
import { changeAndTell } from '@/domain/change-and-tell'
import { Conflict, Forbidden } from '@/domain/errors'
import { closeRequests } from '@/domain/teams/close-requests'
import { loadTeam } from '@/domain/teams/load-team'
import { isEnding, nextStatusesOf, statusWords } from './project-status'

/**
 * Moves a project to another stage. Completing it completes its memberships (the team keeps the room);
 * ending it in any way closes the requests that still wait.
 * @throws Conflict when the project cannot go there from where it is.
 */
export async function changeProjectStatus(
  actor: Actor,
  input: ChangeProjectStatusInput,
): Promise<{ slug: string }> {
  return changeAndTell(async (tx, news) => {
    const { project: known, standing } = await lockProject(tx, actor, input.projectId)
    const { status } = input
    if (!canMoveProject(known.status, status, standing)) {
      if (!canEditProject(known.status, standing) || nextStatusesOf(known.status).includes(status))
        throw new Forbidden(
          status === 'archived' ? 'Only the owner archives a project.' : undefined,
        )
      throw new Conflict(
        `The project is ${statusWords[known.status]}, and cannot become ${statusWords[status]} from there.`,
      )
    }
    const team = await loadTeam(tx, known.id)
    await tx.update(project).set({ status, updatedAt: sql`now()` }).where(eq(project.id, known.id))
    if (status === 'completed')
      await tx
        .update(membership)
        .set({ status: 'completed', endedAt: sql`now()` })
        .where(
          and(
            eq(membership.projectId, known.id),
            inArray(membership.status, ['active', 'inactive']),
          ),
        )
    if (isEnding(status))
      await closeRequests(tx, news, known, `The project is ${statusWords[status]}.`)
    for (const personId of team)
      news.tell({
        personId,
        signal: 'project:changed',
        ids: { projectId: known.id },
        ...(personId !== actor.personId && {
          text: `${known.title} is now ${statusWords[status]}.`,
          href: `/projects/${known.slug}`,
        }),
      })
    return { slug: known.slug }
  })
}
