import { eq } from 'drizzle-orm'
import type { MembershipRole } from '@/contracts/vocabulary'
import type { Transaction } from '@/db/client'
import { membership, person } from '@/db/schema'
import type { LiveMembership } from '@/domain/access/memberships'
import type { SeenProject } from '@/domain/access/projects'
import type { News } from '@/domain/change-and-tell'
import { NotFound } from '@/domain/errors'

/** Gives a member another role and records it in the room. The caller has checked that it may. */
export async function setRole(
  tx: Transaction,
  news: News,
  project: SeenProject,
  target: Pick<LiveMembership, 'id' | 'personId'>,
  { role, actorId }: { role: MembershipRole; actorId: string },
): Promise<void> {
  await tx.update(membership).set({ role }).where(eq(membership.id, target.id))
  const [who] = await tx
    .select({ id: person.id, handle: person.handle, name: person.name, line: person.line })
    .from(person)
    .where(eq(person.id, target.personId))
  if (!who) throw new NotFound()
  if (project.roomId)
    news.record(project.roomId, actorId, { kind: 'role:changed', person: who, role })
}
