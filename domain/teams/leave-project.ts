import { canLeave, lockProject } from '@/domain/access/projects'
import type { Actor } from '@/domain/actor'
import { changeAndTell } from '@/domain/change-and-tell'
import { Forbidden } from '@/domain/errors'
import { assertNotLastOwner, endMembership } from './end-membership'

/** @throws Conflict when the actor is the last owner. */
export async function leaveProject(actor: Actor, input: { projectId: string }): Promise<void> {
  await changeAndTell(async (tx, news) => {
    const { project, standing } = await lockProject(tx, actor, input.projectId)
    if (!standing || !canLeave(standing)) throw new Forbidden('You are not on this team.')
    await assertNotLastOwner(tx, standing)
    await endMembership(tx, news, project, standing, { how: 'left', actorId: actor.personId })
  })
}
