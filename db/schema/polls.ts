import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { person } from './accounts'
import { createdAt, moment } from './columns'
import { message } from './rooms'

/** What a message asks; the question is its text. It outlives a deletion for as long as that can be undone. */
export const poll = pgTable(
  'poll',
  {
    messageId: uuid('message_id')
      .primaryKey()
      .references(() => message.id, { onDelete: 'cascade' }),
    options: text('options').array().notNull(),
    /** Whether one person may choose several. */
    multiple: boolean('multiple').notNull(),
    closedAt: moment('closed_at'),
  },
  (t) => [check('poll_options', sql`cardinality(${t.options}) between 2 and 10`)],
)

/** What somebody chose, kept for as long as they have an account: leaving a room takes no vote back. */
export const pollVote = pgTable(
  'poll_vote',
  {
    messageId: uuid('message_id')
      .notNull()
      .references(() => poll.messageId, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    /** Places of options, from 0, ascending. */
    choices: smallint('choices').array().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.messageId, t.personId] }),
    index('poll_vote_person').on(t.personId),
    check('poll_vote_choices', sql`cardinality(${t.choices}) > 0`),
  ],
)
