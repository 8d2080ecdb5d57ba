import { and, eq, inArray, lte, sql } from 'drizzle-orm'
import type { SignalName } from '@/contracts/realtime'
import type { Transaction } from '@/db/client'
import { application, invitation, opening, person, project } from '@/db/schema'
import { changeAndTell, type News } from '@/domain/change-and-tell'
import { loadLeadsAbout } from './load-leads'

const batch = 200

/**
 * Marks requests that waited too long and tells both sides. Safe to run on several processes at once and as
 * often as one likes: each takes rows that no other holds, and a marked row is never taken again.
 */
export async function expireRequests(): Promise<{ expired: number }> {
  let expired = 0
  for (const table of [application, invitation]) {
    let taken: number
    do {
      taken = await changeAndTell((tx, news) => expireBatch(tx, news, table))
      expired += taken
    } while (taken === batch)
  }
  return { expired }
}

async function expireBatch(
  tx: Transaction,
  news: News,
  table: typeof application | typeof invitation,
): Promise<number> {
  const due = await tx
    .select({
      id: table.id,
      personId: table.personId,
      personName: person.name,
      projectId: table.projectId,
      slug: project.slug,
      title: project.title,
      opening: opening.title,
    })
    .from(table)
    .innerJoin(project, eq(project.id, table.projectId))
    .innerJoin(opening, eq(opening.id, table.openingId))
    .innerJoin(person, eq(person.id, table.personId))
    .where(and(eq(table.status, 'pending'), lte(table.expiresAt, sql`now()`)))
    .orderBy(table.expiresAt)
    .limit(batch)
    .for('update', { of: table, skipLocked: true })
  if (due.length === 0) return 0
  const ids = due.map((row) => row.id)
  await tx
    .update(table)
    .set({ status: 'expired', decidedAt: sql`now()` })
    .where(inArray(table.id, ids))
  const asked = table === application
  const leadsFor = await loadLeadsAbout(tx, due)
  for (const row of due) {
    // An invitation that ran out is closed without an answer, as one that the team took back.
    const signal: SignalName = asked ? 'application:expired' : 'invitation:revoked'
    const ids = {
      projectId: row.projectId,
      ...(asked ? { applicationId: row.id } : { invitationId: row.id }),
    }
    news.tell({
      personId: row.personId,
      signal,
      ids,
      text: asked
        ? `Your request to join ${row.title} as ${row.opening} expired without an answer.`
        : `Your invitation to ${row.title} as ${row.opening} expired.`,
      href: `/projects/${row.slug}`,
    })
    for (const personId of leadsFor(row))
      news.tell({
        personId,
        signal,
        ids,
        text: asked
          ? `${row.personName}'s request to join ${row.title} as ${row.opening} expired without an answer.`
          : `Your invitation of ${row.personName} to ${row.title} as ${row.opening} expired.`,
        href: `/projects/${row.slug}/requests`,
      })
  }
  return due.length
}
