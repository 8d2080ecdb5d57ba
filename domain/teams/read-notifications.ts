import { and, eq, isNull, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { notification } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { publishToPeople } from '@/domain/publish'

/** Marks one of the actor's notifications as read, or all of them. Somebody else's id changes nothing. */
export async function readNotifications(
  actor: Actor,
  input: { notificationId?: string } = {},
): Promise<void> {
  await db()
    .update(notification)
    .set({ readAt: sql`now()` })
    .where(
      and(
        eq(notification.personId, actor.personId),
        isNull(notification.readAt),
        input.notificationId ? eq(notification.id, input.notificationId) : undefined,
      ),
    )
  // The person's other tabs stop showing them as new.
  await publishToPeople([actor.personId], 'notification:created')
}
