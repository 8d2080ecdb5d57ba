import { lockMember } from '@/domain/access/members'
import { canManageMember } from '@/domain/access/projects'
import type { Actor } from '@/domain/actor'
import { changeAndTell } from '@/domain/change-and-tell'
import { Conflict, Forbidden } from '@/domain/errors'
import { assertNotLastOwner, endMembership } from './end-membership'

/** @throws Forbidden to those who may not manage this member; Conflict for oneself and the last owner. */
export async function removeMember(
  actor: Actor,
  input: { projectId: string; personId: string },
): Promise<void> {
  await changeAndTell(async (tx, news) => {
    const { project, standing, target } = await lockMember(tx, actor, input)
    if (!canManageMember(standing, target)) throw new Forbidden()
    await assertNotLastOwner(tx, target)
    if (target.personId === actor.personId)
      throw new Conflict('This is you. Leave the team instead.')
    await endMembership(tx, news, project, target, { how: 'removed', actorId: actor.personId })
  })
}
