import type { ChangeRoleInput } from '@/contracts/inputs'
import { lockMember } from '@/domain/access/members'
import { canChangeRoles } from '@/domain/access/projects'
import type { Actor } from '@/domain/actor'
import { changeAndTell } from '@/domain/change-and-tell'
import { Conflict, Forbidden } from '@/domain/errors'
import { assertNotLastOwner } from './end-membership'
import { loadTeam } from './load-team'
import { setRole } from './set-role'

/** @throws Forbidden to all but the owner; Conflict for the last owner. */
export async function changeRole(actor: Actor, input: ChangeRoleInput): Promise<void> {
  await changeAndTell(async (tx, news) => {
    const { project, standing, target } = await lockMember(tx, actor, input)
    if (!canChangeRoles(standing))
      throw new Forbidden('Only the owner of the project changes roles.')
    await assertNotLastOwner(tx, target)
    if (target.status === 'completed')
      throw new Conflict('The project is completed: its roles do not change any more.')
    if (target.role === input.role) return
    await setRole(tx, news, project, target, { role: input.role, actorId: actor.personId })
    const ids = { projectId: project.id, personId: target.personId }
    for (const personId of await loadTeam(tx, project.id))
      news.tell({
        personId,
        signal: 'membership:changed',
        ids,
        ...(personId === target.personId &&
          personId !== actor.personId && {
            text: `You are now a ${input.role} of ${project.title}.`,
            href: `/projects/${project.slug}`,
          }),
      })
  })
}
