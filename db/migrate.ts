import path from 'node:path'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { installJobs } from './jobs'

/** Any constant of our own: two processes that start at once migrate one after the other. */
const migrationLock = 727_465_921

/**
 * Brings the database to the newest schema, the job library's too, under an advisory lock.
 * @throws Error in one sentence when the server is older than PostgreSQL 18 (uuidv7).
 */
export async function migrate(databaseUrl: string, folder = path.resolve('db/migrations')) {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 })
  await client.connect()
  try {
    const version = await client.query<{ server_version_num: string }>('show server_version_num')
    const number = Number(version.rows[0]?.server_version_num)
    if (number < 180_000)
      throw new Error(
        `PostgreSQL 18 or newer is needed; DATABASE_URL answers with ${Math.floor(number / 10_000)}.`,
      )
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await runMigrations(drizzle(client), { migrationsFolder: folder })
    await installJobs(client)
  } finally {
    // Ending the connection releases the lock, also when a migration failed.
    await client.end()
  }
}
