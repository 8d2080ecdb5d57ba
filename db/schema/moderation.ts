import { sql } from 'drizzle-orm'
import { index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { reportReasons, reportStates } from '@/contracts/vocabulary'
import { person } from './accounts'
import { createdAt, moment, oneOf, primaryId } from './columns'
import { message, room } from './rooms'

/** A message that somebody wants moderators to look at. Its text stays in the message alone. */
export const report = pgTable(
  'report',
  {
    id: primaryId(),
    messageId: uuid('message_id')
      .notNull()
      .references(() => message.id, { onDelete: 'cascade' }),
    reporterId: uuid('reporter_id').references(() => person.id, { onDelete: 'set null' }),
    reason: text('reason', { enum: reportReasons }).notNull(),
    details: text('details').notNull().default(''),
    state: text('state', { enum: reportStates }).notNull().default('waiting'),
    decidedById: uuid('decided_by_id').references(() => person.id, { onDelete: 'set null' }),
    decidedAt: moment('decided_at'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('report_once').on(t.messageId, t.reporterId).where(sql`${t.state} = 'waiting'`),
    // uuidv7: the oldest first.
    index('report_oldest').on(t.id).where(sql`${t.state} = 'waiting'`),
    index('report_reporter').on(t.reporterId),
    index('report_decided_by').on(t.decidedById),
    oneOf('report_reason', t.reason, reportReasons),
    oneOf('report_state', t.state, reportStates),
  ],
)

/** Who did what to whom with the power that they were given. Written with the deed, never changed. */
export const auditEntry = pgTable(
  'audit_entry',
  {
    id: primaryId(),
    actorId: uuid('actor_id').references(() => person.id, { onDelete: 'set null' }),
    action: text('action').notNull(),
    roomId: uuid('room_id').references(() => room.id, { onDelete: 'set null' }),
    /** Whom it was done to. */
    personId: uuid('person_id').references(() => person.id, { onDelete: 'set null' }),
    /** Ids and small values; no text of a message. */
    details: jsonb('details').$type<Record<string, string | number | null>>().notNull().default({}),
    createdAt: createdAt(),
  },
  (t) => [
    index('audit_entry_room').on(t.roomId, t.id),
    index('audit_entry_person').on(t.personId, t.id),
    index('audit_entry_actor').on(t.actorId),
  ],
)
