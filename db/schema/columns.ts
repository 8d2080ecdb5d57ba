import { type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, check, customType, timestamp, uuid } from 'drizzle-orm/pg-core'

/** Case-insensitive text, for addresses and handles. */
export const citext = customType<{ data: string }>({ dataType: () => 'citext' })
export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/** uuidv7: ids sort by time, so they serve as keyset cursors (PostgreSQL 18 makes them itself). */
export const primaryId = () => uuid('id').primaryKey().default(sql`uuidv7()`)
/** Milliseconds, the most that a JavaScript Date carries; a finer column would break keyset equality. */
export const moment = (name: string) =>
  timestamp(name, { withTimezone: true, precision: 3, mode: 'date' })
export const createdAt = () => moment('created_at').notNull().default(sql`now()`)

/** The same closed set as in the contracts, enforced by the database too. */
export function oneOf(name: string, column: AnyPgColumn, values: readonly string[]) {
  const list: SQL = sql.raw(values.map((value) => `'${value}'`).join(', '))
  return check(name, sql`${column} in (${list})`)
}
