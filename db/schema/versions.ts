import {
  bigint,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { versionReasons } from '@/contracts/versions'
import { person } from './accounts'
import { createdAt, oneOf } from './columns'
import { document, run } from './documents'
import { room } from './rooms'

/** A text of some file at some time, kept once per room however many versions have it. */
export const roomText = pgTable(
  'room_text',
  {
    roomId: uuid('room_id')
      .notNull()
      .references(() => room.id, { onDelete: 'cascade' }),
    /** SHA-256 of the text in UTF-8, in hexadecimal. */
    hash: text('hash').notNull(),
    /** In characters. */
    length: integer('length').notNull(),
    text: text('text').notNull(),
  },
  (t) => [primaryKey({ columns: [t.roomId, t.hash] })],
)

/** The files of a room as they were at the room's number `seq`. */
export const version = pgTable(
  'version',
  {
    id: uuid('id').primaryKey(),
    roomId: uuid('room_id')
      .notNull()
      .references(() => room.id, { onDelete: 'cascade' }),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    reason: text('reason', { enum: versionReasons }).notNull(),
    name: text('name'),
    personId: uuid('person_id').references(() => person.id, { onDelete: 'set null' }),
    runId: uuid('run_id').references(() => run.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
  },
  (t) => [
    index('version_room').on(t.roomId, t.seq),
    index('version_person').on(t.personId),
    index('version_run').on(t.runId),
    oneOf('version_reason', t.reason, versionReasons),
  ],
)

export const versionFile = pgTable(
  'version_file',
  {
    versionId: uuid('version_id')
      .notNull()
      .references(() => version.id, { onDelete: 'cascade' }),
    documentId: uuid('document_id')
      .notNull()
      .references(() => document.id, { onDelete: 'cascade' }),
    roomId: uuid('room_id').notNull(),
    path: text('path').notNull(),
    hash: text('hash').notNull(),
    /** The file's update number then: while it stands, so does the text. */
    documentSeq: bigint('document_seq', { mode: 'number' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.versionId, t.documentId] }),
    index('version_file_document').on(t.documentId),
    index('version_file_text').on(t.roomId, t.hash),
    foreignKey({
      name: 'version_file_text_fk',
      columns: [t.roomId, t.hash],
      foreignColumns: [roomText.roomId, roomText.hash],
    }).onDelete('cascade'),
  ],
)
