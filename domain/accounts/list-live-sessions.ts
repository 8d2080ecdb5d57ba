import { and, gt, inArray, isNull, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { session } from '@/db/schema'

/** Of these sessions, the ones that are neither ended nor expired, each with the moment it expires. */
export async function listLiveSessions(sessionIds: string[]): Promise<Map<string, Date>> {
  if (sessionIds.length === 0) return new Map()
  const rows = await db()
    .select({ id: session.id, expiresAt: session.expiresAt })
    .from(session)
    .where(
      and(
        inArray(session.id, sessionIds),
        isNull(session.endedAt),
        gt(session.expiresAt, sql`now()`),
      ),
    )
  return new Map(rows.map((row) => [row.id, row.expiresAt]))
}
