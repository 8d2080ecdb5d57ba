import { eq, sql } from 'drizzle-orm'
import type { DeclineApplicationInput } from '@/contracts/inputs'
import { application } from '@/db/schema'
import { lockApplicationToDecide } from '@/domain/access/requests'
import type { Actor } from '@/domain/actor'
import { changeAndTell } from '@/domain/change-and-tell'
import { Conflict } from '@/domain/errors'
import { loadLeads } from './load-leads'
import { closedRequest } from './request-words'

/** @throws Conflict when the request no longer waits; NotFound to outsiders. */
export async function declineApplication(
  actor: Actor,
  input: DeclineApplicationInput,
): Promise<void> {
  await changeAndTell(async (tx, news) => {
    const found = await lockApplicationToDecide(tx, actor, input.applicationId)
    const { project, opening: seat, application: request } = found
    if (request.status !== 'pending' || request.expired)
      throw new Conflict(closedRequest('request', request.status))
    await tx
      .update(application)
      .set({
        status: 'declined',
        reason: input.reason || null,
        decidedById: actor.personId,
        decidedAt: sql`now()`,
      })
      .where(eq(application.id, request.id))
    const ids = { projectId: project.id, applicationId: request.id }
    news.tell({
      personId: request.personId,
      signal: 'application:declined',
      ids,
      text: `${project.title} said no to your request for ${seat.title}.`,
      href: '/teams',
    })
    for (const personId of await loadLeads(tx, project.id))
      news.tell({ personId, signal: 'application:declined', ids })
  })
}
