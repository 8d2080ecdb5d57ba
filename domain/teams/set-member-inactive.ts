import { eq } from 'drizzle-orm'
import { membership } from '@/db/schema'
import { lockMember } from '@/domain/access/members'
import { canManageMember } from '@/domain/access/projects'
import type { Actor } from '@/domain/actor'
import { changeAndTell } from '@/domain/change-and-tell'
import { Conflict, Forbidden } from '@/domain/errors'
import { loadLeadsAbout } from './load-leads'
import { loadTeam } from './load-team'
import { notAsked } from './not-asked'

/**
 * Marks a member as away: by themselves or by whoever manages them. The seat stays theirs until the owner
 * confirms that it is free, by removing them.
 */
export async function setMemberInactive(
  actor: Actor,
  input: { projectId: string; personId: string },
): Promise<void> {
  await changeAndTell(async (tx, news) => {
    const { project, standing, target } = await lockMember(tx, actor, input)
    const self = target.personId === actor.personId
    if (!self && !canManageMember(standing, target)) throw new Forbidden()
    if (target.role === 'owner')
      throw new Conflict('An owner cannot be inactive. Hand the project over first.')
    if (target.status !== 'active') throw new Conflict('This person is not an active member.')
    await tx
      .update(membership)
      .set({ status: 'inactive', ...notAsked })
      .where(eq(membership.id, target.id))
    const ids = { projectId: project.id, personId: target.personId }
    // Only the owner can free the seat of whoever gave it up.
    const ownersOf = await loadLeadsAbout(tx, [target], ['owner'])
    const owners = self ? ownersOf(target) : []
    for (const personId of await loadTeam(tx, project.id))
      news.tell({
        personId,
        signal: 'membership:changed',
        ids,
        ...(!self &&
          personId === target.personId && {
            text: `You were set inactive in ${project.title}. Say that you are back to keep your seat.`,
            href: `/projects/${project.slug}`,
          }),
        ...(owners.includes(personId) && {
          text: `${actor.name} has no time for ${project.title} at the moment. You can free the seat.`,
          href: `/projects/${project.slug}/requests`,
        }),
      })
  })
}
