import { sql } from 'drizzle-orm'
import type { ReminderView } from '@/contracts/reminders'
import { db } from '@/db/client'
import type { Actor } from '@/domain/actor'
import { NotFound } from '@/domain/errors'
import { loadReminders, toReminderView } from './load-reminders'

/** One of the actor's own, told or not. @throws NotFound for anybody else's */
export async function getReminder(
  actor: Actor,
  { reminderId }: { reminderId: string },
): Promise<{ reminder: ReminderView }> {
  const own = sql`m.id = ${reminderId} and m.person_id = ${actor.personId}`
  const [found] = await loadReminders(db(), own)
  if (!found) throw new NotFound('This reminder is not here.')
  return { reminder: toReminderView(found) }
}
