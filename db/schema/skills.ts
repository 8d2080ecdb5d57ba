import { sql } from 'drizzle-orm'
import { check, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { proposalStates } from '@/contracts/vocabulary'
import { person, skill } from './accounts'
import { createdAt, moment, oneOf, primaryId } from './columns'

/** A skill that the catalogue lacks, as somebody typed it. Decided rows stay: they tell the catalogue's own words from the people's. */
export const skillProposal = pgTable(
  'skill_proposal',
  {
    id: primaryId(),
    /** Who was the first; everybody who wants it, they too, is a supporter. */
    proposedById: uuid('proposed_by_id').references(() => person.id, { onDelete: 'set null' }),
    name: text('name').notNull(),
    /** `plainSkill(name)`: what tells one skill from another. */
    plainName: text('plain_name').notNull(),
    state: text('state', { enum: proposalStates }).notNull().default('waiting'),
    /** What it became, or was merged into. */
    skillId: uuid('skill_id').references(() => skill.id),
    reason: text('reason'),
    decidedById: uuid('decided_by_id').references(() => person.id, { onDelete: 'set null' }),
    decidedAt: moment('decided_at'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('skill_proposal_waiting').on(t.plainName).where(sql`${t.state} = 'waiting'`),
    // uuidv7: the oldest first.
    index('skill_proposal_oldest').on(t.id).where(sql`${t.state} = 'waiting'`),
    index('skill_proposal_skill').on(t.skillId),
    oneOf('skill_proposal_state', t.state, proposalStates),
    check(
      'skill_proposal_became',
      sql`(${t.state} in ('accepted', 'merged')) = (${t.skillId} is not null)`,
    ),
  ],
)

export const skillSupporter = pgTable(
  'skill_supporter',
  {
    proposalId: uuid('proposal_id')
      .notNull()
      .references(() => skillProposal.id, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    /** What it is, or why they want it. */
    note: text('note').notNull().default(''),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.proposalId, t.personId] }),
    index('skill_supporter_person').on(t.personId),
  ],
)
