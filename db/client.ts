import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { env } from '@/env'
import * as schema from './schema'

export type Database = NodePgDatabase<typeof schema>
/** What a use-case writes through inside a transaction. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]
/** Either: for reads that work inside and outside a transaction. */
export type Queryable = Database | Transaction

// Next reloads modules in development; the pool must outlive them.
const held = globalThis as { prajixPool?: pg.Pool; prajixDb?: Database }

/** The process's pool, opened on first use (a build imports this module without a database). */
export function pool(): pg.Pool {
  if (!held.prajixPool) {
    const opened = new pg.Pool({
      connectionString: env().DATABASE_URL,
      max: 10,
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 30_000,
      // A statement that waits longer than this holds up everybody behind it.
      options: '-c statement_timeout=15000 -c idle_in_transaction_session_timeout=30000',
    })
    // A connection that dies while idle must not take the process with it; the next query reconnects.
    opened.on('error', () => {})
    held.prajixPool = opened
  }
  return held.prajixPool
}

export function db(): Database {
  held.prajixDb ??= drizzle(pool(), { schema })
  return held.prajixDb
}

/** Ends the pool; a later `db()` opens a new one. */
export async function closeDatabase(): Promise<void> {
  const open = held.prajixPool
  held.prajixPool = undefined
  held.prajixDb = undefined
  await open?.end()
}
