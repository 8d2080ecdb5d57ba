import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import {
  applicationStatuses,
  invitationStatuses,
  membershipRoles,
  membershipStatuses,
  openingStatuses,
  projectStatuses,
  quietDays,
} from '@/contracts/vocabulary'
import { person, skill } from './accounts'
import { createdAt, moment, oneOf, primaryId } from './columns'
import { step } from './roadmap'

export const project = pgTable(
  'project',
  {
    id: primaryId(),
    slug: text('slug').notNull().unique(),
    title: text('title').notNull(),
    pitch: text('pitch').notNull(),
    description: text('description').notNull(),
    status: text('status', { enum: projectStatuses }).notNull().default('draft'),
    acceptingMembers: boolean('accepting_members').notNull().default(true),
    hoursPerWeek: smallint('hours_per_week').notNull(),
    timeZone: text('time_zone').notNull(),
    /** Minutes after midnight in `time_zone`; the window may cross midnight. */
    windowStart: smallint('window_start').notNull(),
    windowEnd: smallint('window_end').notNull(),
    repositoryUrl: text('repository_url'),
    createdAt: createdAt(),
    updatedAt: moment('updated_at').notNull().default(sql`now()`),
  },
  (t) => [
    // uuidv7 ids are in order of creation: scanned backwards, this is "newest first" per stage.
    index('project_newest').on(t.status, t.id),
    oneOf('project_status', t.status, projectStatuses),
    check('project_hours', sql`${t.hoursPerWeek} between 1 and 60`),
  ],
)

export const projectStep = pgTable(
  'project_step',
  {
    projectId: uuid('project_id')
      .notNull()
      .references(() => project.id, { onDelete: 'cascade' }),
    stepId: text('step_id')
      .notNull()
      .references(() => step.id),
  },
  (t) => [
    primaryKey({ columns: [t.projectId, t.stepId] }),
    index('project_step_step').on(t.stepId, t.projectId),
  ],
)

export const opening = pgTable(
  'opening',
  {
    id: primaryId(),
    projectId: uuid('project_id')
      .notNull()
      .references(() => project.id, { onDelete: 'cascade' }),
    title: text('title').notNull(),
    seats: smallint('seats').notNull(),
    filled: smallint('filled').notNull().default(0),
    status: text('status', { enum: openingStatuses }).notNull().default('open'),
    createdAt: createdAt(),
  },
  (t) => [
    index('opening_project').on(t.projectId),
    index('opening_role').on(sql`lower(${t.title})`),
    check('opening_seats', sql`${t.seats} >= 1 and ${t.filled} >= 0 and ${t.filled} <= ${t.seats}`),
    oneOf('opening_status', t.status, openingStatuses),
  ],
)

export const openingSkill = pgTable(
  'opening_skill',
  {
    openingId: uuid('opening_id')
      .notNull()
      .references(() => opening.id, { onDelete: 'cascade' }),
    skillId: uuid('skill_id')
      .notNull()
      .references(() => skill.id),
    required: boolean('required').notNull().default(true),
    minimumLevel: smallint('minimum_level').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.openingId, t.skillId] }),
    index('opening_skill_skill').on(t.skillId, t.openingId),
    check('opening_skill_level', sql`${t.minimumLevel} between 1 and 5`),
  ],
)

/** Terminal rows stay: they are the history of who asked, and what became of it. */
export const application = pgTable(
  'application',
  {
    id: primaryId(),
    openingId: uuid('opening_id')
      .notNull()
      .references(() => opening.id),
    projectId: uuid('project_id')
      .notNull()
      .references(() => project.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    message: text('message').notNull(),
    status: text('status', { enum: applicationStatuses }).notNull().default('pending'),
    reason: text('reason'),
    decidedById: uuid('decided_by_id').references(() => person.id, { onDelete: 'set null' }),
    decidedAt: moment('decided_at'),
    nudgedAt: moment('nudged_at'),
    expiresAt: moment('expires_at').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('application_one_pending')
      .on(t.openingId, t.personId)
      .where(sql`${t.status} = 'pending'`),
    index('application_project').on(t.projectId, t.id),
    index('application_person').on(t.personId, t.id),
    index('application_expiry').on(t.expiresAt).where(sql`${t.status} = 'pending'`),
    // How long a team takes to answer is worked out from these alone, for every card of a list.
    index('application_answered')
      .on(t.projectId, t.decidedAt, t.createdAt)
      .where(sql`${t.status} in ('accepted', 'declined') and ${t.decidedById} is not null`),
    oneOf('application_status', t.status, applicationStatuses),
  ],
)

export const invitation = pgTable(
  'invitation',
  {
    id: primaryId(),
    openingId: uuid('opening_id')
      .notNull()
      .references(() => opening.id),
    projectId: uuid('project_id')
      .notNull()
      .references(() => project.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    invitedById: uuid('invited_by_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    message: text('message').notNull().default(''),
    status: text('status', { enum: invitationStatuses }).notNull().default('pending'),
    reason: text('reason'),
    decidedAt: moment('decided_at'),
    nudgedAt: moment('nudged_at'),
    expiresAt: moment('expires_at').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('invitation_one_pending')
      .on(t.openingId, t.personId)
      .where(sql`${t.status} = 'pending'`),
    index('invitation_project').on(t.projectId, t.id),
    index('invitation_person').on(t.personId, t.id),
    index('invitation_expiry').on(t.expiresAt).where(sql`${t.status} = 'pending'`),
    oneOf('invitation_status', t.status, invitationStatuses),
  ],
)

export const membership = pgTable(
  'membership',
  {
    id: primaryId(),
    projectId: uuid('project_id')
      .notNull()
      .references(() => project.id, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    /** The seat taken; null for the founder. */
    openingId: uuid('opening_id').references(() => opening.id),
    role: text('role', { enum: membershipRoles }).notNull().default('member'),
    status: text('status', { enum: membershipStatuses }).notNull().default('active'),
    joinedAt: moment('joined_at').notNull().default(sql`now()`),
    endedAt: moment('ended_at'),
    /** When to look next whether they still show a sign; null: the leads know, and nobody looks. */
    checkAt: moment('check_at').default(sql.raw(`now() + interval '${quietDays} days'`)),
    /** They were asked whether they are still here, and have not said so yet. */
    askedAt: moment('asked_at'),
    /** The leads were told that no answer came. */
    unansweredAt: moment('unanswered_at'),
  },
  (t) => [
    uniqueIndex('membership_one_active')
      .on(t.projectId, t.personId)
      .where(sql`${t.status} in ('active', 'inactive')`),
    index('membership_person').on(t.personId, t.status),
    index('membership_project').on(t.projectId, t.status),
    index('membership_check').on(t.checkAt).where(sql`${t.status} = 'active'`),
    oneOf('membership_role', t.role, membershipRoles),
    oneOf('membership_status', t.status, membershipStatuses),
  ],
)
