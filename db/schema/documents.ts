import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { runLanguages, runOutcomes } from '@/contracts/documents'
import { person } from './accounts'
import { createdAt, moment, oneOf } from './columns'
import { room } from './rooms'

const bytea = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value.buffer, value.byteOffset, value.byteLength),
})

/** A shared file of a room. The client names the id, so that a repeated create makes one file. */
export const document = pgTable(
  'document',
  {
    id: uuid('id').primaryKey(),
    roomId: uuid('room_id')
      .notNull()
      .references(() => room.id, { onDelete: 'cascade' }),
    path: text('path').notNull(),
    createdById: uuid('created_by_id').references(() => person.id, { onDelete: 'set null' }),
    /** The newest number in `document_update`; taken under this row's lock. */
    seq: bigint('seq', { mode: 'number' }).notNull().default(0),
    /** Bytes in `document_update`, so that a file has an end. */
    size: integer('size').notNull().default(0),
    /** Updates since the last compaction. */
    uncompacted: integer('uncompacted').notNull().default(0),
    createdAt: createdAt(),
    /** Deleted files can be brought back. */
    deletedAt: moment('deleted_at'),
  },
  (t) => [
    uniqueIndex('document_path').on(t.roomId, t.path).where(sql`${t.deletedAt} is null`),
    index('document_room').on(t.roomId),
  ],
)

/**
 * What was written, in the order of storing: Yjs V1 updates. A compaction inserts one merged row and then
 * deletes exactly the rows that it merged. Without references: checking them would look up and lock a file
 * and a person for every letter, while whoever stores holds the file's row anyway. Files are never removed,
 * only marked; whatever removes one for good has to remove these rows with it.
 */
export const documentUpdate = pgTable(
  'document_update',
  {
    documentId: uuid('document_id').notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    bytes: bytea('bytes').notNull(),
    authorId: uuid('author_id'),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.documentId, t.seq] })],
)

/**
 * What is stored of each Yjs client (one opened editor), kept beside the updates so that an update that
 * builds on something unknown is refused without reading the file. Also tells who typed, after compaction.
 */
export const documentClient = pgTable(
  'document_client',
  {
    documentId: uuid('document_id')
      .notNull()
      .references(() => document.id, { onDelete: 'cascade' }),
    client: bigint('client', { mode: 'number' }).notNull(),
    /** The next clock that is expected of this client. */
    clock: bigint('clock', { mode: 'number' }).notNull(),
    /** Who first stored something of this client; null for first texts and restores, which nobody typed. */
    personId: uuid('person_id').references(() => person.id, { onDelete: 'set null' }),
    /** When something of it was last stored: compaction merges the updates that would tell. */
    usedAt: moment('used_at').notNull().default(sql`now()`),
  },
  (t) => [primaryKey({ columns: [t.documentId, t.client] })],
)

export const run = pgTable(
  'run',
  {
    id: uuid('id').primaryKey(),
    roomId: uuid('room_id')
      .notNull()
      .references(() => room.id, { onDelete: 'cascade' }),
    documentId: uuid('document_id')
      .notNull()
      .references(() => document.id, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    /** The document's update number that ran: the code as it was then. */
    documentSeq: bigint('document_seq', { mode: 'number' }).notNull(),
    language: text('language', { enum: runLanguages }).notNull(),
    outcome: text('outcome', { enum: runOutcomes }).notNull(),
    durationMs: integer('duration_ms').notNull(),
    input: text('input').notNull().default(''),
    output: text('output').notNull(),
    tests: jsonb('tests').$type<{ name: string; passed: boolean; message: string }[]>().notNull(),
    /** The code that ran, so that it can be opened again whatever happens to the file. */
    code: text('code').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index('run_room').on(t.roomId, t.createdAt),
    // The last run of a file that had tests is looked for under the room's lock.
    index('run_document').on(t.documentId, t.createdAt),
    index('run_person').on(t.personId),
    oneOf('run_language', t.language, runLanguages),
    oneOf('run_outcome', t.outcome, runOutcomes),
  ],
)

/**
 * Who drives in a room; no driver: everybody edits freely. Each room has its row from the beginning, so that
 * whoever writes has something to lock against whoever takes the wheel.
 */
export const wheel = pgTable(
  'wheel',
  {
    roomId: uuid('room_id')
      .primaryKey()
      .references(() => room.id, { onDelete: 'cascade' }),
    driverId: uuid('driver_id').references(() => person.id, { onDelete: 'set null' }),
    rotation: smallint('rotation'),
    endsAt: moment('ends_at'),
    pausedMs: integer('paused_ms'),
    askedById: uuid('asked_by_id').references(() => person.id, { onDelete: 'set null' }),
    /** Who gave the wheel away last, and when: they may take it back for ten seconds. */
    givenById: uuid('given_by_id').references(() => person.id, { onDelete: 'set null' }),
    givenAt: moment('given_at'),
    pingPong: boolean('ping_pong').notNull().default(false),
  },
  (t) => [
    index('wheel_ends').on(t.endsAt).where(sql`${t.endsAt} is not null`),
    check('wheel_rotation', sql`${t.rotation} between 5 and 30`),
  ],
)
