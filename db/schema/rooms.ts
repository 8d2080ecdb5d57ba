import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { membershipRoles, roomKinds } from '@/contracts/vocabulary'
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
    /** The newest sequence number; updating this row is the lock that orders the room. */
    seq: bigint('seq', { mode: 'number' }).notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [
    oneOf('room_kind', t.kind, roomKinds),
    check(
      'room_place',
      sql`(${t.kind} = 'project') = (${t.projectId} is not null) and (${t.kind} = 'step') = (${t.stepId} is not null)`,
    ),
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
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.roomId, t.personId] }),
    index('seat_person').on(t.personId),
    oneOf('seat_role', t.role, membershipRoles),
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
    editedAt: moment('edited_at'),
    deletedAt: moment('deleted_at'),
    createdAt: createdAt(),
  },
  (t) => [
    unique('message_once').on(t.roomId, t.authorId, t.clientId),
    uniqueIndex('message_order').on(t.roomId, t.seq),
    index('message_author').on(t.authorId),
    index('message_deleted').on(t.deletedAt).where(sql`${t.deletedAt} is not null`),
  ],
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
    readAt: moment('read_at').notNull().default(sql`now()`),
  },
  (t) => [primaryKey({ columns: [t.personId, t.roomId] })],
)
