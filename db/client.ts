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
const held = globalThis as { prajixPool?: pg.Pool; prajixBatches?: pg.Pool; prajixDb?: Database }

function openPool(max: number, options: string, patience = 20_000): pg.Pool {
  const opened = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    // By default longer than the server itself allows: a connection that a network has forgotten would be waited
    // on for ever, and with it one place of the pool.
    query_timeout: patience,
    keepAlive: true,
    // A statement that waits longer than this holds up everybody behind it.
    options: `-c statement_timeout=15000 -c idle_in_transaction_session_timeout=30000 ${options}`,
  })
  // A connection that dies while idle must not take the process with it; the next query reconnects.
  opened.on('error', () => {})
  // Nor one that dies between two statements of a transaction; the next of them fails.
  opened.on('connect', (client) => client.on('error', () => {}))
  // No server takes longer than that: the network has lost the connection, and says nothing.
  opened.on('release', (error: unknown) => {
    if (error instanceof Error && error.message === 'Query read timeout') dropIdleConnections()
  })
  return opened
}

/**
 * Ends the connections that wait for something to do. A network that has forgotten one has forgotten the others,
 * and each of them would keep whoever gets it waiting until its time is over.
 */
export function dropIdleConnections(): void {
  for (const opened of [held.prajixPool, held.prajixBatches])
    for (let left = opened?.idleCount ?? 0; left > 0; left--)
      opened?.connect().then(
        (client) => client.release(true),
        () => {},
      )
}

/** The process's pool, opened on first use (a build imports this module without a database). */
export function pool(): pg.Pool {
  held.prajixPool ??= openPool(10, '')
  return held.prajixPool
}

/**
 * For statements that run hundreds of times a second and find every row by its key: planned once for any
 * number, and along indexes whatever the tables hold, because a plan that is made while they are empty stays.
 */
export function batchPool(): pg.Pool {
  const settings = [
    'enable_seqscan=off',
    'enable_hashjoin=off',
    'plan_cache_mode=force_generic_plan',
    // In milliseconds: what is held for longer is passed over, for everybody else waits behind it.
    'lock_timeout=200',
  ]
  const options = settings.map((setting) => `-c ${setting}`).join(' ')
  // Everybody's writing waits for an answer, and a network that was cut gives none.
  held.prajixBatches ??= openPool(2, options, 8_000)
  return held.prajixBatches
}

export function db(): Database {
  held.prajixDb ??= drizzle(pool(), { schema })
  return held.prajixDb
}

/** Ends the pools; a later `db()` opens a new one. */
export async function closeDatabase(): Promise<void> {
  const open = [held.prajixPool, held.prajixBatches]
  held.prajixPool = undefined
  held.prajixBatches = undefined
  held.prajixDb = undefined
  await Promise.all(open.map((each) => each?.end()))
}
