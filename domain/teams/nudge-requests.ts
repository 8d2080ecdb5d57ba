import { and, eq, gt, inArray, isNull, lte, sql } from 'drizzle-orm'
import { requestLifetimeDays, requestNudgeDays } from '@/contracts/vocabulary'
import type { Transaction } from '@/db/client'
import { application, invitation, person, project } from '@/db/schema'
import { changeAndTell, type News } from '@/domain/change-and-tell'
import { loadLeadsAbout } from './load-leads'

const batch = 200
// Told from the expiry, not from the creation, so that the index on what waits serves this too.
const dueWhenLeft = sql`now() + make_interval(days => ${requestLifetimeDays - requestNudgeDays})`

/**
 * Reminds, once, whoever has let a request wait for a week: the team of an application, the invited person of
 * an invitation. Safe to run on several processes at once.
 */
export async function nudgeRequests(): Promise<{ nudged: number }> {
  let nudged = 0
  for (const table of [application, invitation]) {
    let taken: number
    do {
      taken = await changeAndTell((tx, news) => nudgeBatch(tx, news, table))
      nudged += taken
    } while (taken === batch)
  }
  return { nudged }
}

async function nudgeBatch(
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
    })
    .from(table)
    .innerJoin(project, eq(project.id, table.projectId))
    .innerJoin(person, eq(person.id, table.personId))
    .where(
      and(
        eq(table.status, 'pending'),
        isNull(table.nudgedAt),
        lte(table.expiresAt, dueWhenLeft),
        gt(table.expiresAt, sql`now()`),
      ),
    )
    .orderBy(table.expiresAt)
    .limit(batch)
    .for('update', { of: table, skipLocked: true })
  if (due.length === 0) return 0
  const ids = due.map((row) => row.id)
  await tx.update(table).set({ nudgedAt: sql`now()` }).where(inArray(table.id, ids))
  const leadsFor = await loadLeadsAbout(tx, due)
  for (const row of due) {
    const about = { projectId: row.projectId }
    const signal = 'notification:created'
    if (table === invitation) {
      const text = `Your invitation to ${row.title} has waited for a week. Answer it before it expires.`
      news.tell({ personId: row.personId, signal, ids: about, text, href: '/teams' })
      continue
    }
    const text = `${row.personName}'s request to join ${row.title} has waited for a week. Answer it before it expires.`
    for (const personId of leadsFor(row))
      news.tell({ personId, signal, ids: about, text, href: `/projects/${row.slug}/requests` })
  }
  return due.length
}
