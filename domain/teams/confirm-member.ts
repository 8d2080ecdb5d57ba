import { and, eq, isNotNull } from 'drizzle-orm'
import { membership } from '@/db/schema'
import { lockMember } from '@/domain/access/members'
import { canManageMember } from '@/domain/access/projects'
import type { Actor } from '@/domain/actor'
import { changeAndTell } from '@/domain/change-and-tell'
import { Conflict, Forbidden } from '@/domain/errors'
import { loadTeam } from './load-team'
import { notAsked } from './not-asked'

/** A member who was asked is still here: said by themselves or by whoever manages them. */
export async function confirmMember(
  actor: Actor,
  input: { projectId: string; personId: string },
): Promise<void> {
  await changeAndTell(async (tx, news) => {
    const { project, standing, target } = await lockMember(tx, actor, input)
    if (target.personId !== actor.personId && !canManageMember(standing, target))
      throw new Forbidden()
    const [asked] = await tx
      .update(membership)
      .set(notAsked)
      .where(
        and(
          eq(membership.id, target.id),
          eq(membership.status, 'active'),
          isNotNull(membership.askedAt),
        ),
      )
      .returning({ id: membership.id })
    if (!asked) throw new Conflict('This question has been answered already.')
    const ids = { projectId: project.id, personId: target.personId }
    for (const personId of await loadTeam(tx, project.id))
      news.tell({ personId, signal: 'membership:changed', ids })
  })
}
