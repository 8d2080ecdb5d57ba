import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { membershipRoles, noticeLevels, roomKinds } from '@/contracts/vocabulary'
import { person } from './accounts'
import { createdAt, moment, oneOf, primaryId } from './columns'
import { project } from './projects'
import { step } from './roadmap'

export const room = pgTable(
  'room',
  {
    id: primaryId(),
    kind: text('kind', { enum: roomKinds }).notNull(),
    projectId: uuid('project_id')
      .unique()
      .references(() => project.id, { onDelete: 'cascade' }),
    stepId: text('step_id')
      .unique()
      .references(() => step.id),
    /** Of a direct room: the ids of its two people, the lesser first, with a colon between; one room per pair. */
    pair: text('pair').unique(),
    /** Slow mode: so many seconds lie between two messages of a person; 0 is off. */
    slowSeconds: integer('slow_seconds').notNull().default(0),
    /** The newest sequence number; updating this row is the lock that orders the room. */
    seq: bigint('seq', { mode: 'number' }).notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [
    oneOf('room_kind', t.kind, roomKinds),
    check(
      'room_place',
      sql`(${t.kind} = 'project') = (${t.projectId} is not null) and (${t.kind} = 'step') = (${t.stepId} is not null)
        and (${t.kind} = 'direct') = (${t.pair} is not null)`,
    ),
    check('room_slow_seconds', sql`${t.slowSeconds} between 0 and 3600`),
  ],
)

/**
 * Who is in a room: all access to it is asked here. For a project's room, triggers on `membership` keep the
 * seats (see the migration), so that whoever changes a team cannot forget them; removing one waits for what
 * its person is storing at that moment, or wins.
 */
export const seat = pgTable(
  'seat',
  {
    roomId: uuid('room_id')
      .notNull()
      .references(() => room.id, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    /** Null in rooms that belong to no project. */
    role: text('role', { enum: membershipRoles }),
    /** What of the room reaches its person outside of it; null: what rooms of its kind begin with. */
    level: text('level', { enum: noticeLevels }),
    /** Reads, but may not write, before this moment; a copy of `room_mute`, which outlives the seat. */
    mutedUntil: moment('muted_until'),
    /** When its person last wrote, as far as slow mode asks. */
    spokeAt: moment('spoke_at'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.roomId, t.personId] }),
    index('seat_person').on(t.personId),
    oneOf('seat_role', t.role, membershipRoles),
    oneOf('seat_level', t.level, noticeLevels),
  ],
)

/**
 * Who may not write in a room, and why. Apart from the seat, so that leaving and coming back lifts nothing: a
 * trigger copies `until` to a new seat.
 */
export const roomMute = pgTable(
  'room_mute',
  {
    roomId: uuid('room_id')
      .notNull()
      .references(() => room.id, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    /** The year 9999: until somebody lifts it. */
    until: moment('until').notNull(),
    reason: text('reason').notNull(),
    mutedById: uuid('muted_by_id').references(() => person.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.roomId, t.personId] }),
    index('room_mute_person').on(t.personId),
    index('room_mute_by').on(t.mutedById),
  ],
)

/** Dense per room: every change of a room takes the next number in the transaction that makes it. */
export const roomEvent = pgTable(
  'room_event',
  {
    roomId: uuid('room_id')
      .notNull()
      .references(() => room.id, { onDelete: 'cascade' }),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    kind: text('kind').notNull(),
    actorId: uuid('actor_id').references(() => person.id, { onDelete: 'set null' }),
    /** Ids and small values; a message's body stays in `message` so that a delete really deletes. */
    payload: jsonb('payload').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.roomId, t.seq] }),
    // How long each person drove is worked out from the turns of the wheel, which are few among the events.
    index('room_event_wheel').on(t.roomId, t.seq).where(sql`${t.kind} = 'wheel:turned'`),
  ],
)

/** Its words for searching are a generated column of the migration: no other query should fetch them. */
export const message = pgTable(
  'message',
  {
    id: primaryId(),
    roomId: uuid('room_id')
      .notNull()
      .references(() => room.id, { onDelete: 'cascade' }),
    authorId: uuid('author_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    clientId: uuid('client_id').notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    body: text('body').notNull(),
    replyToId: uuid('reply_to_id'),
    /** The message under which it answers, one level deep; null in the main list. */
    threadId: uuid('thread_id'),
    /** Of a message that has been answered in a thread; kept with every change of the thread. */
    replyCount: integer('reply_count').notNull().default(0),
    lastReplyAt: moment('last_reply_at'),
    /** Up to which number of the room the three beside it are true; null: never answered. */
    threadSeq: bigint('thread_seq', { mode: 'number' }),
    /** Who answered first, at most three. */
    repliers: uuid('repliers').array().notNull().default(sql`'{}'`),
    /** Whom its text names, in the order of their ids. What is unread of it is in `mention`. */
    mentions: uuid('mentions').array().notNull().default(sql`'{}'`),
    /** Its text calls everybody. */
    here: boolean('here').notNull().default(false),
    editedAt: moment('edited_at'),
    deletedAt: moment('deleted_at'),
    createdAt: createdAt(),
  },
  (t) => [
    unique('message_once').on(t.roomId, t.authorId, t.clientId),
    uniqueIndex('message_order').on(t.roomId, t.seq),
    index('message_author').on(t.authorId),
    index('message_main').on(t.roomId, t.seq).where(sql`${t.threadId} is null`),
    index('message_thread').on(t.threadId, t.seq).where(sql`${t.threadId} is not null`),
  ],
)

/** Whom a message reaches by name or by `@here`: counted while it is unread, gone with its text. */
export const mention = pgTable(
  'mention',
  {
    messageId: uuid('message_id')
      .notNull()
      .references(() => message.id, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    roomId: uuid('room_id')
      .notNull()
      .references(() => room.id, { onDelete: 'cascade' }),
    /** The message's own number. */
    seq: bigint('seq', { mode: 'number' }).notNull(),
    threadId: uuid('thread_id'),
  },
  (t) => [
    primaryKey({ columns: [t.messageId, t.personId] }),
    index('mention_main').on(t.personId, t.roomId, t.seq).where(sql`${t.threadId} is null`),
    index('mention_thread').on(t.personId, t.threadId, t.seq).where(sql`${t.threadId} is not null`),
  ],
)

/** Who follows a thread, and how far they have read it. */
export const threadRead = pgTable(
  'thread_read',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    threadId: uuid('thread_id')
      .notNull()
      .references(() => message.id, { onDelete: 'cascade' }),
    roomId: uuid('room_id')
      .notNull()
      .references(() => room.id, { onDelete: 'cascade' }),
    lastReadSeq: bigint('last_read_seq', { mode: 'number' }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.threadId, t.personId] }),
    index('thread_read_person').on(t.personId, t.roomId),
  ],
)

/** What stood in a message before it was edited. */
export const messageVersion = pgTable(
  'message_version',
  {
    messageId: uuid('message_id')
      .notNull()
      .references(() => message.id, { onDelete: 'cascade' }),
    /** Number of the edit that replaced it. */
    seq: bigint('seq', { mode: 'number' }).notNull(),
    body: text('body').notNull(),
    /** Since when it stood there. */
    since: moment('since').notNull(),
  },
  (t) => [primaryKey({ columns: [t.messageId, t.seq] })],
)

/** A deleted text while its deletion can be undone; a job ends that within minutes. */
export const deletedMessage = pgTable(
  'deleted_message',
  {
    messageId: uuid('message_id')
      .primaryKey()
      .references(() => message.id, { onDelete: 'cascade' }),
    deletedBy: uuid('deleted_by')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    body: text('body').notNull(),
    deletedAt: moment('deleted_at').notNull().default(sql`clock_timestamp()`),
  },
  (t) => [index('deleted_message_due').on(t.deletedAt)],
)

export const pin = pgTable(
  'pin',
  {
    messageId: uuid('message_id')
      .primaryKey()
      .references(() => message.id, { onDelete: 'cascade' }),
    roomId: uuid('room_id')
      .notNull()
      .references(() => room.id, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    /** Number of the event that pinned it. */
    seq: bigint('seq', { mode: 'number' }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('pin_room').on(t.roomId, t.seq)],
)

export const reaction = pgTable(
  'reaction',
  {
    messageId: uuid('message_id')
      .notNull()
      .references(() => message.id, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    /** One emoji, as `oneEmoji` writes it. */
    emoji: text('emoji').notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.messageId, t.emoji, t.personId] })],
)

/** How far a person has read a room. */
export const roomRead = pgTable(
  'room_read',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    roomId: uuid('room_id')
      .notNull()
      .references(() => room.id, { onDelete: 'cascade' }),
    lastReadSeq: bigint('last_read_seq', { mode: 'number' }).notNull().default(0),
    /** How often the mark was moved back: what was read before that and is told late does not move it. */
    epoch: integer('epoch').notNull().default(0),
    readAt: moment('read_at').notNull().default(sql`now()`),
  },
  (t) => [primaryKey({ columns: [t.personId, t.roomId] })],
)

/**
 * What somebody has begun to write, kept across devices. The row stays when it is empty: its version tells a
 * device that the draft it holds was sent or thrown away elsewhere.
 */
export const draft = pgTable(
  'draft',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    roomId: uuid('room_id')
      .notNull()
      .references(() => room.id, { onDelete: 'cascade' }),
    /** The thread's first message; null in the room itself. */
    threadId: uuid('thread_id').references(() => message.id, { onDelete: 'cascade' }),
    body: text('body').notNull(),
    replyToId: uuid('reply_to_id').references(() => message.id, { onDelete: 'set null' }),
    /** Grows with every change, wherever it is made. */
    version: bigint('version', { mode: 'number' }).notNull().default(1),
    changedAt: moment('changed_at').notNull().default(sql`now()`),
  },
  (t) => [
    unique('draft_place').on(t.personId, t.roomId, t.threadId).nullsNotDistinct(),
    index('draft_room').on(t.roomId),
    index('draft_thread').on(t.threadId),
    index('draft_reply').on(t.replyToId),
  ],
)
