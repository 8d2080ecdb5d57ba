import { and, eq, sql } from 'drizzle-orm'
import { reminder } from '@/db/schema'
import type { Actor } from '@/domain/actor'

/** A reminder is its person's alone: nobody else's row is found, whatever room it is of. */
export const ownReminder = ({ personId }: Actor, reminderId: string) =>
  and(eq(reminder.id, reminderId), eq(reminder.personId, personId))

/**
 * The seat `s` of a reminder `m` in its room, through which alone anything of the room is shown: a reminder
 * outlives the seat, and is then no more than what its person wrote.
 */
export const reminderSeatJoin = sql`
  left join seat s on s.room_id = m.room_id and s.person_id = m.person_id`
