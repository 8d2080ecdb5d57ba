import { sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { changeAndTell, type News } from '@/domain/change-and-tell'
import { loadReminders, type OwnedReminder } from './load-reminders'

const batch = 200

/**
 * Tells people what they wanted to be reminded of by now, whatever their quiet hours say: they chose the moment
 * themselves. A reminder is marked and its notification stored in one transaction, so it is told once, however
 * many processes look at the same time and whichever of them dies.
 */
export async function tellReminders(): Promise<{ told: number }> {
  for (let told = 0; ; ) {
    const taken = await changeAndTell(tellSome)
    told += taken
    if (taken < batch) return { told }
  }
}

async function tellSome(tx: Transaction, news: News): Promise<number> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    with due as (
      select id from reminder where told_at is null and due_at <= now()
      order by due_at limit ${batch} for update skip locked
    )
    update reminder set told_at = now(), notification_id = uuidv7() from due where reminder.id = due.id returning reminder.id`)
  if (rows.length === 0) return 0
  const ids = rows.map(({ id }) => sql`${id}::uuid`)
  for (const told of await loadReminders(tx, sql`m.id in (${sql.join(ids, sql`, `)})`))
    news.tell({
      personId: told.personId,
      signal: 'reminder:told',
      ids: { reminderId: told.id },
      text: `Reminder: ${wordsFor(told)}`,
      href: told.href,
      notificationId: told.notificationId ?? undefined,
    })
  return rows.length
}

/**
 * Of a message no word: a notification stays, and would keep what its author deletes. Of a room that has been
 * closed to the person, not even the name.
 */
function wordsFor({ note, roomTitle, message }: OwnedReminder): string {
  if (roomTitle === null) return note || 'a message in a room that is closed to you now.'
  if (note) return `${note} (${roomTitle})`
  const gone = !message || message.deleted
  return `a message in ${roomTitle}${gone ? ' that is not there any more' : ''}.`
}
