import { sql } from 'drizzle-orm'
import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { person } from './accounts'
import { createdAt, moment } from './columns'
import { message, room } from './rooms'

/** What a person asked to be reminded of in a room; nobody else learns of it. */
export const reminder = pgTable(
  'reminder',
  {
    /** Made by the client. */
    id: uuid('id').primaryKey(),
    roomId: uuid('room_id')
      .notNull()
      .references(() => room.id, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    /** A message that is gone is no reason to forget what somebody wanted to be reminded of. */
    messageId: uuid('message_id').references(() => message.id, { onDelete: 'set null' }),
    note: text('note').notNull(),
    dueAt: moment('due_at').notNull(),
    /** Null: it waits. */
    toldAt: moment('told_at'),
    /** Of what told it; without a foreign key, for either may go first. */
    notificationId: uuid('notification_id'),
    createdAt: createdAt(),
  },
  (t) => [
    index('reminder_due').on(t.dueAt).where(sql`${t.toldAt} is null`),
    index('reminder_told').on(t.toldAt).where(sql`${t.toldAt} is not null`),
    index('reminder_person').on(t.personId, t.dueAt),
    // For what goes with its room and its message.
    index('reminder_room').on(t.roomId),
    index('reminder_message').on(t.messageId).where(sql`${t.messageId} is not null`),
  ],
)
