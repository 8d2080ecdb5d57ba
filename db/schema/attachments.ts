import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { person } from './accounts'
import { createdAt, moment, primaryId } from './columns'
import { message, room } from './rooms'

/** A file that somebody put into a room; its bytes are in the store, under `key`. */
export const attachment = pgTable(
  'attachment',
  {
    id: primaryId(),
    roomId: uuid('room_id')
      .notNull()
      .references(() => room.id, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    /** Null until a message carries it. */
    messageId: uuid('message_id').references(() => message.id, { onDelete: 'cascade' }),
    /** When it goes: set until a message carries it, and again once that is deleted. */
    removeAt: moment('remove_at').default(sql`now() + interval '1 day'`),
    /** Its place in the message. */
    place: smallint('place').notNull().default(0),
    name: text('name').notNull(),
    /** By its content. */
    type: text('type').notNull(),
    bytes: integer('bytes').notNull(),
    alt: text('alt').notNull().default(''),
    /** Of a picture, as it is kept. */
    width: integer('width'),
    height: integer('height'),
    key: text('key').notNull(),
    thumbnailKey: text('thumbnail_key'),
    createdAt: createdAt(),
  },
  (t) => [
    index('attachment_message').on(t.messageId, t.place),
    index('attachment_room').on(t.roomId),
    index('attachment_person').on(t.personId),
    index('attachment_removal').on(t.removeAt).where(sql`${t.removeAt} is not null`),
    check(
      'attachment_picture',
      sql`(${t.width} is null) = (${t.height} is null) and (${t.width} is null) = (${t.thumbnailKey} is null)`,
    ),
  ],
)
