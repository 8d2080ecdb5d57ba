import { type SQL, sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import type { QuietHours } from '@/contracts/quiet-hours'
import { contactability, skillIntents } from '@/contracts/vocabulary'
import { citext, createdAt, moment, oneOf, primaryId } from './columns'

export const person = pgTable(
  'person',
  {
    id: primaryId(),
    email: citext('email').notNull().unique(),
    emailVerifiedAt: moment('email_verified_at'),
    /** argon2id in PHC form; null for people who only sign in through a provider. */
    passwordHash: text('password_hash'),
    handle: citext('handle').notNull().unique(),
    name: text('name').notNull(),
    headline: text('headline').notNull().default(''),
    bio: text('bio').notNull().default(''),
    timeZone: text('time_zone').notNull().default('UTC'),
    weeklyHours: smallint('weekly_hours'),
    links: jsonb('links').$type<string[]>().notNull().default([]),
    /** Roadmap line 1–5: colours the avatar. */
    line: smallint('line').notNull().default(1),
    /** Whether lists of people show them; their own page is open to whoever has its address. */
    listed: boolean('listed').notNull().default(true),
    /** Who may invite them to a team. */
    contactable: text('contactable', { enum: contactability }).notNull().default('everybody'),
    /** Whether the others in a team's or a direct room see how far they have read. */
    showsReading: boolean('shows_reading').notNull().default(true),
    /** When nothing of a room should reach them outside of it, by their own clock; null: never. */
    quietHours: jsonb('quiet_hours').$type<QuietHours>(),
    /** Decides on the skills that people propose and on reports, and moderates the rooms of steps; set by the command `moderator` alone. */
    isModerator: boolean('is_moderator').notNull().default(false),
    /** When they finished the first questions or put them aside; null while these are still offered. */
    welcomedAt: moment('welcomed_at'),
    /** Follows the sessions' last sight, every few minutes: the order of the directory. */
    activeAt: moment('active_at').notNull().default(sql`now()`),
    createdAt: createdAt(),
    /** What free text finds a person by, mistyped or not. */
    words: text('words').generatedAlwaysAs(
      (): SQL => sql`${person.name} || ' ' || ${person.handle}::text || ' ' || ${person.headline}`,
    ),
  },
  (t) => [
    check('person_line', sql`${t.line} between 1 and 5`),
    oneOf('person_contactable', t.contactable, contactability),
    // Ascending, and read backwards: `desc` here would put nulls first, and the index aside.
    index('person_active').on(t.activeAt, t.id).where(sql`${t.listed}`),
    index('person_moderator').on(t.id).where(sql`${t.isModerator}`),
    index('person_words').using('gin', t.words.op('gin_trgm_ops')),
    // What suggestions look up by its beginning: the handle, the name, and the name from its second word on.
    index('person_handle_prefix').on(sql`lower(${t.handle}::text) text_pattern_ops`),
    index('person_name_prefix').on(sql`lower(${t.name}) text_pattern_ops`),
    index('person_last_name_prefix').on(
      sql`lower(substr(${t.name}, strpos(${t.name}, ' ') + 1)) text_pattern_ops`,
    ),
  ],
)

export const identity = pgTable(
  'identity',
  {
    provider: text('provider').notNull(),
    providerAccountId: text('provider_account_id').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.provider, t.providerAccountId] }),
    index('identity_person').on(t.personId),
  ],
)

/** A row behind every token: ending the row ends the session on all processes. */
export const session = pgTable(
  'session',
  {
    id: primaryId(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    userAgent: text('user_agent').notNull().default(''),
    address: text('address'),
    createdAt: createdAt(),
    lastSeenAt: moment('last_seen_at').notNull().default(sql`now()`),
    expiresAt: moment('expires_at').notNull(),
    endedAt: moment('ended_at'),
  },
  (t) => [index('session_live').on(t.personId).where(sql`${t.endedAt} is null`)],
)

export const skill = pgTable('skill', {
  id: primaryId(),
  slug: text('slug').notNull().unique(),
  name: text('name').notNull(),
  aliases: text('aliases').array().notNull().default([]),
})

export const userSkill = pgTable(
  'user_skill',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    skillId: uuid('skill_id')
      .notNull()
      .references(() => skill.id),
    intent: text('intent', { enum: skillIntents }).notNull(),
    level: smallint('level').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.skillId, t.intent] }),
    index('user_skill_by_skill').on(t.skillId, t.intent, t.level),
    oneOf('user_skill_intent', t.intent, skillIntents),
    check('user_skill_level', sql`${t.level} between 1 and 5`),
  ],
)

export const availabilityWindow = pgTable(
  'availability_window',
  {
    id: primaryId(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    /** 1 Monday … 7 Sunday, in the person's own time zone. */
    weekday: smallint('weekday').notNull(),
    startMinute: smallint('start_minute').notNull(),
    endMinute: smallint('end_minute').notNull(),
  },
  (t) => [
    unique('availability_window_once').on(t.personId, t.weekday, t.startMinute),
    check('availability_window_weekday', sql`${t.weekday} between 1 and 7`),
    check(
      'availability_window_minutes',
      sql`${t.startMinute} >= 0 and ${t.endMinute} <= 1440 and ${t.startMinute} < ${t.endMinute}`,
    ),
  ],
)

export const block = pgTable(
  'block',
  {
    blockerId: uuid('blocker_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    blockedId: uuid('blocked_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.blockerId, t.blockedId] }),
    index('block_reverse').on(t.blockedId, t.blockerId),
    check('block_not_self', sql`${t.blockerId} <> ${t.blockedId}`),
  ],
)

export const notification = pgTable(
  'notification',
  {
    id: primaryId(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    kind: text('kind').notNull(),
    /** One plain sentence, and where it leads. */
    text: text('text').notNull(),
    href: text('href').notNull(),
    readAt: moment('read_at'),
    createdAt: createdAt(),
  },
  (t) => [
    index('notification_person').on(t.personId, t.id),
    index('notification_unread').on(t.personId).where(sql`${t.readAt} is null`),
  ],
)
