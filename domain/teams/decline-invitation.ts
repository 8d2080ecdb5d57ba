import { eq, sql } from 'drizzle-orm'
import { invitation } from '@/db/schema'
import { lockInvitationToAnswer } from '@/domain/access/requests'
import type { Actor } from '@/domain/actor'
import { changeAndTell } from '@/domain/change-and-tell'
import { Conflict } from '@/domain/errors'
import { loadLeads } from './load-leads'
import { closedRequest } from './request-words'

/** @throws Conflict when the invitation no longer waits; NotFound to outsiders. */
export async function declineInvitation(
  actor: Actor,
  input: { invitationId: string; reason: string },
): Promise<void> {
  await changeAndTell(async (tx, news) => {
    const found = await lockInvitationToAnswer(tx, actor, input.invitationId)
    const { project, opening: seat, invitation: request } = found
    if (request.status !== 'pending' || request.expired)
      throw new Conflict(closedRequest('invitation', request.status))
    await tx
      .update(invitation)
      .set({ status: 'declined', reason: input.reason || null, decidedAt: sql`now()` })
      .where(eq(invitation.id, request.id))
    const ids = { projectId: project.id, invitationId: request.id }
    news.tell({ personId: actor.personId, signal: 'invitation:declined', ids })
    for (const personId of await loadLeads(tx, project.id, actor.personId))
      news.tell({
        personId,
        signal: 'invitation:declined',
        ids,
        text: `${actor.name} declined your invitation to ${project.title} as ${seat.title}.`,
        href: `/projects/${project.slug}/requests`,
      })
  })
}
