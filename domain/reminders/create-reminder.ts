import { and, count, eq, isNull, sql } from 'drizzle-orm'
import {
  type CreateReminderInput,
  furthestReminder,
  maximumReminders,
  type ReminderView,
} from '@/contracts/reminders'
import { db, type Transaction } from '@/db/client'
import { person, reminder } from '@/db/schema'
import { findMessagePlace, loadSeat } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { Conflict, Invalid } from '@/domain/errors'
import { loadReminders, toReminderView } from './load-reminders'

const day = 86_400_000

/**
 * Notes that the actor wants to be reminded, in a room that they can read. The same id again is answered with
 * the first.
 * @throws NotFound, Invalid for a moment that is past or more than a year away, Conflict beyond so many
 */
export async function createReminder(
  actor: Actor,
  input: CreateReminderInput,
): Promise<{ reminder: ReminderView }> {
  const { reminderId, roomId, messageId, note } = input
  const { personId } = actor
  return db().transaction(async (tx) => {
    // One after the other per person, so that two tabs cannot both take the last place.
    await tx
      .select({ id: person.id })
      .from(person)
      .where(eq(person.id, personId))
      .for('no key update')
    await loadSeat(tx, actor, roomId, true)
    const [known] = await tx.select().from(reminder).where(eq(reminder.id, reminderId))
    if (known) {
      if (known.personId !== personId || known.roomId !== roomId)
        throw new Conflict('Something else has this id already.')
    } else {
      if (messageId) await findMessagePlace(tx, actor, roomId, messageId)
      const dueAt = checkMoment(input.dueAt)
      await checkNumber(tx, personId)
      const made = { id: reminderId, roomId, personId, messageId, note, dueAt }
      // Somebody else may take the id at the same moment.
      const stored = await tx.insert(reminder).values(made).onConflictDoNothing().returning()
      if (stored.length === 0) throw new Conflict('Something else has this id already.')
    }
    const [found] = await loadReminders(tx, sql`m.id = ${reminderId}`)
    if (!found) throw new Error('A row was inserted and is not there.')
    return { reminder: toReminderView(found) }
  })
}

/** By this server's clock: a device may have another idea of the time. */
function checkMoment(dueAt: string): Date {
  const moment = new Date(dueAt)
  const ahead = moment.getTime() - Date.now()
  if (ahead <= 0) throw new Invalid('That moment has passed. Choose a later one.')
  if (ahead > furthestReminder * day)
    throw new Invalid('That is too far away. Choose a moment within a year.')
  return moment
}

async function checkNumber(tx: Transaction, personId: string) {
  const [held] = await tx
    .select({ count: count() })
    .from(reminder)
    .where(and(eq(reminder.personId, personId), isNull(reminder.toldAt)))
  if ((held?.count ?? 0) >= maximumReminders)
    throw new Conflict(`${maximumReminders} reminders wait already. Cancel one first.`)
}
