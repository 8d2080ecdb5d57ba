import { eq, sql } from 'drizzle-orm'
import { invitation } from '@/db/schema'
import { isBlockedFrom } from '@/domain/access/blocks'
import { lockInvitationToAnswer } from '@/domain/access/requests'
import type { Actor } from '@/domain/actor'
import { changeAndTell } from '@/domain/change-and-tell'
import { Conflict } from '@/domain/errors'
import { loadLeads, loadOwners } from './load-leads'
import { closedRequest } from './request-words'
import { assertSeatIsFree, takeSeat } from './take-seat'

/**
 * Takes the seat that the team offered, in one transaction under the opening's lock.
 * @throws Conflict when the invitation no longer waits or the seat is gone; NotFound to outsiders.
 */
export async function acceptInvitation(
  actor: Actor,
  input: { invitationId: string },
): Promise<{ slug: string; roomId: string | null }> {
  return changeAndTell(async (tx, news) => {
    const found = await lockInvitationToAnswer(tx, actor, input.invitationId)
    const { project, opening: seat, invitation: request, standing } = found
    if (request.status !== 'pending' || request.expired)
      throw new Conflict(closedRequest('invitation', request.status))
    if (standing) throw new Conflict('You are already on this team.')
    assertSeatIsFree(project, seat)
    const others = [request.invitedById, ...(await loadOwners(tx, project.id))]
    if (await isBlockedFrom(tx, actor.personId, others))
      throw new Conflict('This invitation cannot be accepted at the moment.')

    await tx
      .update(invitation)
      .set({ status: 'accepted', decidedAt: sql`now()` })
      .where(eq(invitation.id, request.id))
    const ids = { projectId: project.id, invitationId: request.id, personId: actor.personId }
    news.tell({ personId: actor.personId, signal: 'invitation:accepted', ids })
    for (const personId of await loadLeads(tx, project.id))
      news.tell({
        personId,
        signal: 'invitation:accepted',
        ids,
        text: `${actor.name} joined ${project.title} as ${seat.title}.`,
        href: `/projects/${project.slug}`,
      })
    await takeSeat(tx, news, {
      project,
      seat,
      personId: actor.personId,
      actorId: actor.personId,
      by: 'invitation',
    })
    return { slug: project.slug, roomId: project.roomId }
  })
}
