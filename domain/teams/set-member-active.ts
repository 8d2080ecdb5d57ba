import { eq } from 'drizzle-orm'
import { membership } from '@/db/schema'
import { lockMember } from '@/domain/access/members'
import { canManageMember } from '@/domain/access/projects'
import type { Actor } from '@/domain/actor'
import { changeAndTell } from '@/domain/change-and-tell'
import { Conflict, Forbidden } from '@/domain/errors'
import { loadTeam } from './load-team'
import { notAsked } from './not-asked'

/** An inactive member is back: said by themselves or by whoever manages them. */
export async function setMemberActive(
  actor: Actor,
  input: { projectId: string; personId: string },
): Promise<void> {
  await changeAndTell(async (tx, news) => {
    const { project, standing, target } = await lockMember(tx, actor, input)
    if (target.personId !== actor.personId && !canManageMember(standing, target))
      throw new Forbidden()
    if (target.status !== 'inactive') throw new Conflict('This person is not inactive.')
    await tx
      .update(membership)
      .set({ status: 'active', ...notAsked })
      .where(eq(membership.id, target.id))
    const ids = { projectId: project.id, personId: target.personId }
    for (const personId of await loadTeam(tx, project.id))
      news.tell({ personId, signal: 'membership:changed', ids })
  })
}
