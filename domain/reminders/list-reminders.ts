import { sql } from 'drizzle-orm'
import type { ReminderView } from '@/contracts/reminders'
import { db } from '@/db/client'
import { loadSeat } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { loadReminders, toReminderView } from './load-reminders'

/**
 * The actor's own that wait, the next one first: those of every room, for one looks here for what is coming and
 * not for where one noted it. Asked in a room that is open to them.
 */
export async function listReminders(
  actor: Actor,
  { roomId }: { roomId: string },
): Promise<{ reminders: ReminderView[] }> {
  await loadSeat(db(), actor, roomId)
  const own = sql`m.person_id = ${actor.personId} and m.told_at is null`
  return { reminders: (await loadReminders(db(), own)).map(toReminderView) }
}
