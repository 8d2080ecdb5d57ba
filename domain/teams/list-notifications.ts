import { desc, eq } from 'drizzle-orm'
import type { NotificationView } from '@/contracts/views'
import { db } from '@/db/client'
import { notification } from '@/db/schema'
import type { Actor } from '@/domain/actor'

/** The newest first; fifty at most. */
export async function listNotifications(actor: Actor): Promise<NotificationView[]> {
  const rows = await db()
    .select()
    .from(notification)
    .where(eq(notification.personId, actor.personId))
    // The primary key is uuidv7: newest last, scanned backwards through the index on (person, id).
    .orderBy(desc(notification.id))
    .limit(50)
  return rows.map(({ id, text, href, createdAt, readAt }) => ({
    id,
    text,
    href,
    createdAt: createdAt.toISOString(),
    read: readAt !== null,
  }))
}
