import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { application, invitation } from '@/db/schema'
import type { News } from '@/domain/change-and-tell'

type Place = { id: string; slug: string; title: string }

/**
 * Closes every request that still waits for an opening, or for all openings of a project, and tells the
 * people why. Applications become `superseded`, invitations `revoked`. The caller holds the project's lock.
 *
 * @param why One sentence about what happened, as the applicant or invited person reads it.
 */
export async function closeRequests(
  tx: Transaction,
  news: News,
  project: Place,
  why: string,
  openingId?: string,
): Promise<void> {
  const within = (table: typeof application | typeof invitation): SQL | undefined =>
    and(
      openingId ? eq(table.openingId, openingId) : eq(table.projectId, project.id),
      eq(table.projectId, project.id),
      eq(table.status, 'pending'),
    )
  const decidedAt = sql`now()`
  const applications = await tx
    .update(application)
    .set({ status: 'superseded', reason: why, decidedAt })
    .where(within(application))
    .returning({ id: application.id, personId: application.personId })
  const invitations = await tx
    .update(invitation)
    .set({ status: 'revoked', reason: why, decidedAt })
    .where(within(invitation))
    .returning({ id: invitation.id, personId: invitation.personId })
  for (const { id, personId } of applications)
    news.tell({
      personId,
      signal: 'application:superseded',
      ids: { projectId: project.id, applicationId: id },
      text: `Your request to join ${project.title} is closed. ${why} Thank you for asking: here is what else would fit you.`,
      href: '/teams#next',
    })
  for (const { id, personId } of invitations)
    news.tell({
      personId,
      signal: 'invitation:revoked',
      ids: { projectId: project.id, invitationId: id },
      text: `Your invitation to ${project.title} is closed. ${why}`,
      href: `/projects/${project.slug}`,
    })
}
