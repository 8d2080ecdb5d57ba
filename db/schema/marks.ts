import { sql } from 'drizzle-orm'
import { type AnyPgColumn, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { Anchor } from '@/contracts/marks'
import { taskStates } from '@/contracts/tasks'
import { person } from './accounts'
import { createdAt, moment, oneOf } from './columns'
import { document } from './documents'
import { step } from './roadmap'
import { room } from './rooms'

/** A question on a range of a file. */
export const mark = pgTable(
  'mark',
  {
    id: uuid('id').primaryKey(),
    roomId: uuid('room_id')
      .notNull()
      .references(() => room.id, { onDelete: 'cascade' }),
    documentId: uuid('document_id')
      .notNull()
      .references(() => document.id, { onDelete: 'cascade' }),
    authorId: uuid('author_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    from: jsonb('from_anchor').$type<Anchor>().notNull(),
    to: jsonb('to_anchor').$type<Anchor>().notNull(),
    quote: text('quote').notNull(),
    body: text('body').notNull(),
    createdAt: createdAt(),
    resolvedAt: moment('resolved_at'),
    resolvedById: uuid('resolved_by_id').references(() => person.id, { onDelete: 'set null' }),
  },
  (t) => [
    index('mark_open').on(t.roomId, t.createdAt).where(sql`${t.resolvedAt} is null`),
    index('mark_document').on(t.documentId),
    index('mark_author').on(t.authorId),
    index('mark_resolved_by').on(t.resolvedById),
  ],
)

/** A card on the board of a project's room. */
export const task = pgTable(
  'task',
  {
    id: uuid('id').primaryKey(),
    roomId: uuid('room_id')
      .notNull()
      .references(() => room.id, { onDelete: 'cascade' }),
    title: text('title').notNull(),
    state: text('state', { enum: taskStates }).notNull().default('todo'),
    assigneeId: uuid('assignee_id').references(() => person.id, { onDelete: 'set null' }),
    stepId: text('step_id').references(() => step.id),
    markId: uuid('mark_id').references((): AnyPgColumn => mark.id, { onDelete: 'set null' }),
    createdById: uuid('created_by_id').references(() => person.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
  },
  (t) => [
    index('task_room').on(t.roomId, t.createdAt),
    index('task_assignee').on(t.assigneeId),
    index('task_mark').on(t.markId),
    index('task_created_by').on(t.createdById),
    oneOf('task_state', t.state, taskStates),
  ],
)
