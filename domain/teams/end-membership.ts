import { and, eq, ne, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { membership, opening, person } from '@/db/schema'
import type { LiveMembership } from '@/domain/access/memberships'
import type { SeenProject } from '@/domain/access/projects'
import type { News } from '@/domain/change-and-tell'
import { Conflict, NotFound } from '@/domain/errors'
import { releaseWheel } from '@/domain/pairing/release-wheel'
import { revoke } from '@/domain/publish'
import { loadLeads } from './load-leads'
import { loadTeam } from './load-team'

/**
 * A project is never without an owner. The caller holds the project's lock, so that of two owners who go
 * at once the second finds itself the last.
 * @throws Conflict when `going` is the last owner.
 */
export async function assertNotLastOwner(tx: Transaction, going: LiveMembership) {
  if (going.role !== 'owner') return
  const [other] = await tx
    .select({ id: membership.id })
    .from(membership)
    .where(
      and(
        eq(membership.projectId, going.projectId),
        eq(membership.role, 'owner'),
        // A completed project's owners are completed too.
        eq(membership.status, going.status === 'completed' ? 'completed' : 'active'),
        ne(membership.id, going.id),
      ),
    )
    .limit(1)
  if (!other) throw new Conflict('A project needs an owner. Hand it over to another member first.')
}

/**
 * Ends a membership that gives access: frees the seat, cuts live connections to the room and tells the team.
 * The caller holds the project's lock and has checked that it may end.
 */
export async function endMembership(
  tx: Transaction,
  news: News,
  project: SeenProject,
  ending: LiveMembership,
  { how, actorId }: { how: 'left' | 'removed'; actorId: string },
): Promise<void> {
  await tx
    .update(membership)
    .set({ status: how, endedAt: sql`now()` })
    .where(eq(membership.id, ending.id))
  if (ending.openingId)
    await tx
      .update(opening)
      .set({
        filled: sql`greatest(${opening.filled} - 1, 0)`,
        status: sql`case when ${opening.status} = 'filled' then 'open' else ${opening.status} end`,
      })
      .where(eq(opening.id, ending.openingId))
  const [who] = await tx
    .select({ id: person.id, handle: person.handle, name: person.name, line: person.line })
    .from(person)
    .where(eq(person.id, ending.personId))
  if (!who) throw new NotFound()
  if (project.roomId) {
    await revoke(tx, { roomId: project.roomId, personId: ending.personId })
    news.record(project.roomId, actorId, { kind: 'member:left', person: who, how })
    const { roomId } = project
    await releaseWheel(tx, news, { roomId, personId: ending.personId, actorId })
  }
  const ids = { projectId: project.id, personId: ending.personId }
  news.tell({
    personId: ending.personId,
    signal: 'membership:ended',
    ids,
    ...(how === 'removed' && {
      text: `You are no longer on the team of ${project.title}.`,
      href: '/teams',
    }),
  })
  const gone = `${who.name} ${how === 'left' ? 'left' : 'was removed from'} ${project.title}.`
  const seatless = { text: gone, href: `/projects/${project.slug}` }
  // Whoever could fill the seat is led to who suits it.
  const free = {
    text: `${gone} See who could take the seat.`,
    href: `/projects/${project.slug}/people?opening=${ending.openingId}&replace=1`,
  }
  const leads = new Set(ending.openingId ? await loadLeads(tx, project.id) : [])
  for (const personId of await loadTeam(tx, project.id))
    news.tell({
      personId,
      signal: 'membership:ended',
      ids,
      ...(personId !== actorId && (leads.has(personId) ? free : seatless)),
    })
}
