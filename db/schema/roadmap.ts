import { sql } from 'drizzle-orm'
import {
  check,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { stepStates } from '@/contracts/vocabulary'
import { person } from './accounts'
import { moment, oneOf } from './columns'

/** Mirrors db/roadmaps so that rows can refer to steps; the texts stay in the data files. */
export const step = pgTable(
  'step',
  {
    /** Stable slug: progress survives edits of the roadmap. */
    id: text('id').primaryKey(),
    roadmapId: text('roadmap_id').notNull(),
    position: smallint('position').notNull(),
    title: text('title').notNull(),
    line: smallint('line').notNull(),
  },
  (t) => [
    unique('step_position').on(t.roadmapId, t.position),
    check('step_line', sql`${t.line} between 1 and 5`),
  ],
)

export const stepProgress = pgTable(
  'step_progress',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    stepId: text('step_id')
      .notNull()
      .references(() => step.id),
    state: text('state', { enum: stepStates }).notNull(),
    changedAt: moment('changed_at').notNull().default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.stepId] }),
    index('step_progress_step').on(t.stepId, t.state, t.changedAt),
    oneOf('step_progress_state', t.state, stepStates),
  ],
)
