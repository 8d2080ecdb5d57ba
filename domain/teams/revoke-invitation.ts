import { eq, sql } from 'drizzle-orm'
import { invitation } from '@/db/schema'
import { lockInvitationToRevoke } from '@/domain/access/requests'
import type { Actor } from '@/domain/actor'
import { changeAndTell } from '@/domain/change-and-tell'
import { Conflict } from '@/domain/errors'
import { loadLeads } from './load-leads'
import { closedRequest } from './request-words'

/** @throws Conflict when the invitation no longer waits; NotFound to outsiders. */
export async function revokeInvitation(
  actor: Actor,
  input: { invitationId: string },
): Promise<void> {
  await changeAndTell(async (tx, news) => {
    const found = await lockInvitationToRevoke(tx, actor, input.invitationId)
    const { project, invitation: request } = found
    if (request.status !== 'pending' || request.expired)
      throw new Conflict(closedRequest('invitation', request.status))
    await tx
      .update(invitation)
      .set({ status: 'revoked', decidedAt: sql`now()` })
      .where(eq(invitation.id, request.id))
    const ids = { projectId: project.id, invitationId: request.id }
    news.tell({
      personId: request.personId,
      signal: 'invitation:revoked',
      ids,
      text: `${project.title} took its invitation back.`,
      href: `/projects/${project.slug}`,
    })
    for (const personId of await loadLeads(tx, project.id))
      news.tell({ personId, signal: 'invitation:revoked', ids })
  })
}
