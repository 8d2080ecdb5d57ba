import { eq, sql } from 'drizzle-orm'
import { project } from '@/db/schema'
import { canEditProject, lockProject } from '@/domain/access/projects'
import type { Actor } from '@/domain/actor'
import { changeAndTell } from '@/domain/change-and-tell'
import { Forbidden } from '@/domain/errors'
import { loadTeam } from '@/domain/teams/load-team'

/** Opens or closes the door to new requests; those that wait can still be decided. */
export async function setAcceptingMembers(
  actor: Actor,
  input: { projectId: string; acceptingMembers: boolean },
): Promise<{ slug: string }> {
  return changeAndTell(async (tx, news) => {
    const { project: known, standing } = await lockProject(tx, actor, input.projectId)
    if (!canEditProject(known.status, standing)) throw new Forbidden()
    await tx
      .update(project)
      .set({ acceptingMembers: input.acceptingMembers, updatedAt: sql`now()` })
      .where(eq(project.id, known.id))
    for (const personId of await loadTeam(tx, known.id))
      news.tell({ personId, signal: 'project:changed', ids: { projectId: known.id } })
    return { slug: known.slug }
  })
}
