import { and, eq, sql } from 'drizzle-orm'
import { application, project } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { changeAndTell } from '@/domain/change-and-tell'
import { Conflict, NotFound } from '@/domain/errors'
import { loadLeads } from './load-leads'
import { closedRequest } from './request-words'

/** The applicant takes the request back. @throws Conflict when it no longer waits. */
export async function withdrawApplication(
  actor: Actor,
  input: { applicationId: string },
): Promise<void> {
  await changeAndTell(async (tx, news) => {
    const own = and(
      eq(application.id, input.applicationId),
      eq(application.personId, actor.personId),
    )
    // One conditional update: whoever else decides at this moment holds the row, and one of us sees the other.
    const [withdrawn] = await tx
      .update(application)
      .set({ status: 'withdrawn', decidedAt: sql`now()` })
      .where(and(own, eq(application.status, 'pending')))
      .returning({ projectId: application.projectId })
    if (!withdrawn) {
      const [known] = await tx.select({ status: application.status }).from(application).where(own)
      if (!known) throw new NotFound()
      throw new Conflict(closedRequest('request', known.status))
    }
    const [place] = await tx
      .select({ slug: project.slug, title: project.title })
      .from(project)
      .where(eq(project.id, withdrawn.projectId))
    if (!place) throw new NotFound()
    const ids = { projectId: withdrawn.projectId, applicationId: input.applicationId }
    news.tell({ personId: actor.personId, signal: 'application:withdrawn', ids })
    for (const personId of await loadLeads(tx, withdrawn.projectId, actor.personId))
      news.tell({
        personId,
        signal: 'application:withdrawn',
        ids,
        text: `${actor.name} withdrew their request to join ${place.title}.`,
        href: `/projects/${place.slug}/requests`,
      })
  })
}
