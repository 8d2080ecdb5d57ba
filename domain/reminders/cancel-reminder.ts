import { and, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { reminder } from '@/db/schema'
import { ownReminder } from '@/domain/access/reminders'
import type { Actor } from '@/domain/actor'
import { NotFound } from '@/domain/errors'

/** Also in a room that has been closed to the actor. @throws NotFound for anybody else's, and for what was told */
export async function cancelReminder(
  actor: Actor,
  { reminderId }: { reminderId: string },
): Promise<void> {
  const cancelled = await db()
    .delete(reminder)
    .where(and(ownReminder(actor, reminderId), isNull(reminder.toldAt)))
    .returning({ id: reminder.id })
  if (cancelled.length === 0) throw new NotFound('This reminder does not wait any more.')
}
