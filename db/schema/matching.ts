import { sql } from 'drizzle-orm'
import {
  bigint,
  customType,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  real,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { skill } from './accounts'
import { moment, oneOf } from './columns'
import { project } from './projects'

const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' })

/**
 * What has to be looked at again by whoever keeps an index of matches; written by triggers, so that nothing
 * that changes goes by. Numbers are given out before commits, so a reader goes by `xid` and the snapshot.
 */
export const matchChange = pgTable(
  'match_change',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    xid: xid8('xid').notNull().default(sql`pg_current_xact_id()`),
    kind: text('kind', { enum: ['project', 'person', 'rarity'] }).notNull(),
    /** Null for `rarity`, which concerns everything. */
    ref: uuid('ref'),
    at: moment('at').notNull().default(sql`now()`),
  },
  (t) => [
    index('match_change_xid').on(t.xid),
    oneOf('match_change_kind', t.kind, ['project', 'person', 'rarity']),
  ],
)

/** What a skill weighs: the fewer people have it, the more. Worked out anew now and then, in coarse steps. */
export const skillRarity = pgTable('skill_rarity', {
  skillId: uuid('skill_id')
    .primaryKey()
    .references(() => skill.id, { onDelete: 'cascade' }),
  rarity: real('rarity').notNull(),
})

/** How often a project was shown as a match on a day. To whom is not kept. */
export const projectExposure = pgTable(
  'project_exposure',
  {
    projectId: uuid('project_id')
      .notNull()
      .references(() => project.id, { onDelete: 'cascade' }),
    day: date('day').notNull(),
    seen: integer('seen').notNull(),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.day] }), index('project_exposure_day').on(t.day)],
)
