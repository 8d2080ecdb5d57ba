import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import type { SessionView } from '@/contracts/views'
import { db } from '@/db/client'
import { session } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { describeDevice } from './describe-device'

/** Where the person is signed in: this device first, then the latest seen. */
export async function listSessions(actor: Actor): Promise<SessionView[]> {
  const rows = await db()
    .select()
    .from(session)
    .where(
      and(
        eq(session.personId, actor.personId),
        isNull(session.endedAt),
        gt(session.expiresAt, new Date()),
      ),
    )
    .orderBy(desc(session.lastSeenAt))
    .limit(200)
  const views = rows.map((row) => ({
    id: row.id,
    device: describeDevice(row.userAgent),
    address: row.address,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    current: row.id === actor.sessionId,
  }))
  return views.sort((a, b) => Number(b.current) - Number(a.current))
}
