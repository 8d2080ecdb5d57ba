import { and, eq, isNull, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { notification } from '@/db/schema'
import type { Actor } from '@/domain/actor'

/** Beyond this nobody counts. */
const most = 100

/** How many of the actor's notifications are unread; a hundred at most. */
export async function countNews(actor: Actor): Promise<number> {
  const some = db()
    .select({ id: notification.id })
    .from(notification)
    .where(and(eq(notification.personId, actor.personId), isNull(notification.readAt)))
    .limit(most)
    .as('some')
  const [row] = await db().select({ count: sql<number>`count(*)::int` }).from(some)
  return row?.count ?? 0
}
