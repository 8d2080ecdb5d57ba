import type { Transaction } from '@/db/client'
import type { Actor } from '@/domain/actor'
import { NotFound } from '@/domain/errors'
import { loadMembership } from './memberships'
import { lockProject } from './projects'

/**
 * A member of a team that the actor sees, with the project locked, so that neither's role can change
 * before the commit.
 * @throws NotFound when there is no such project or member.
 */
export async function lockMember(
  tx: Transaction,
  actor: Actor,
  input: { projectId: string; personId: string },
) {
  const found = await lockProject(tx, actor, input.projectId)
  const target = await loadMembership(tx, input.personId, input.projectId)
  if (!target) throw new NotFound('This person is not on the team any more.')
  return { ...found, target }
}
