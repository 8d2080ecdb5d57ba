import { lockMember } from '@/domain/access/members'
import { canHandOver } from '@/domain/access/projects'
import type { Actor } from '@/domain/actor'
import { changeAndTell } from '@/domain/change-and-tell'
import { Conflict, Forbidden } from '@/domain/errors'
import { loadTeam } from './load-team'
import { setRole } from './set-role'

/** Makes an active member the owner and the actor a maintainer, both or neither. */
export async function handOver(
  actor: Actor,
  input: { projectId: string; personId: string },
): Promise<void> {
  await changeAndTell(async (tx, news) => {
    const { project, standing, target } = await lockMember(tx, actor, input)
    if (!standing || !canHandOver(standing))
      throw new Forbidden('Only the owner hands the project over.')
    if (target.role === 'owner') throw new Conflict('This person is an owner already.')
    if (target.status !== 'active')
      throw new Conflict('Choose an active member: this person is inactive.')
    const actorId = actor.personId
    await setRole(tx, news, project, target, { role: 'owner', actorId })
    await setRole(tx, news, project, standing, { role: 'maintainer', actorId })
    const ids = { projectId: project.id, personId: target.personId }
    for (const personId of await loadTeam(tx, project.id))
      news.tell({
        personId,
        signal: 'membership:changed',
        ids,
        ...(personId === target.personId && {
          text: `${actor.name} handed ${project.title} over to you. You are its owner now.`,
          href: `/projects/${project.slug}`,
        }),
      })
  })
}
