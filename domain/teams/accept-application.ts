import { eq, sql } from 'drizzle-orm'
import { application } from '@/db/schema'
import { isBlockedFrom } from '@/domain/access/blocks'
import { loadMembership } from '@/domain/access/memberships'
import { lockApplicationToDecide } from '@/domain/access/requests'
import type { Actor } from '@/domain/actor'
import { changeAndTell } from '@/domain/change-and-tell'
import { Conflict } from '@/domain/errors'
import { loadLeads, loadOwners } from './load-leads'
import { closedRequest } from './request-words'
import { assertSeatIsFree, takeSeat } from './take-seat'

/**
 * Gives the applicant the seat, in one transaction under the opening's lock: of a hundred at once onto one
 * seat, one becomes a member and the rest are superseded and told.
 * @throws Conflict when the request no longer waits or the seat is gone; NotFound to outsiders.
 */
export async function acceptApplication(
  actor: Actor,
  input: { applicationId: string },
): Promise<void> {
  await changeAndTell(async (tx, news) => {
    const found = await lockApplicationToDecide(tx, actor, input.applicationId)
    const { project, opening: seat, application: request } = found
    if (request.status !== 'pending' || request.expired)
      throw new Conflict(closedRequest('request', request.status))
    assertSeatIsFree(project, seat)
    if (await loadMembership(tx, request.personId, project.id))
      throw new Conflict('This person is already on the team.')
    const others = [actor.personId, ...(await loadOwners(tx, project.id))]
    if (await isBlockedFrom(tx, request.personId, others))
      throw new Conflict('This request cannot be accepted at the moment.')

    await tx
      .update(application)
      .set({ status: 'accepted', decidedById: actor.personId, decidedAt: sql`now()` })
      .where(eq(application.id, request.id))
    const ids = { projectId: project.id, applicationId: request.id, personId: request.personId }
    news.tell({
      personId: request.personId,
      signal: 'application:accepted',
      ids,
      text: `You are on the team of ${project.title} as ${seat.title}.`,
      href: project.roomId ? `/rooms/${project.roomId}` : `/projects/${project.slug}`,
    })
    for (const personId of await loadLeads(tx, project.id))
      news.tell({ personId, signal: 'application:accepted', ids })
    await takeSeat(tx, news, {
      project,
      seat,
      personId: request.personId,
      actorId: actor.personId,
      by: 'application',
    })
  })
}
