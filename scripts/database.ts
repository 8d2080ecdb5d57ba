import pg from 'pg'
import { migrate } from '@/db/migrate'
import { seedDemo, syncReferenceData } from '@/db/seed'
import { Sentence } from './sentence.js'

/** `host:port/name`: enough to know which database is meant, without its login. */
export function describeDatabase(url: string): string {
  const { hostname, port, pathname } = new URL(url)
  return `${hostname}:${port || 5432}${pathname}`
}

/** @throws Sentence when nobody answers at `url` within 5 s. */
export async function reachDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    const why = (error as { code?: string }).code ?? (error instanceof Error ? error.message : '')
    throw new Sentence(
      `The database at ${describeDatabase(url)} cannot be reached (${why}): check DATABASE_URL.`,
    )
  } finally {
    await client.end().catch(() => {})
  }
}

/** Makes the database `name` on the server at `url` when it is missing; its address. */
export async function ensureDatabase(url: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [name])
    if (found.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
  const own = new URL(url)
  own.pathname = `/${name}`
  return own.href
}

/** Brings schema and reference data (roadmap, skills) up to date; safe to run on several machines at once. */
export async function prepareDatabase(url: string): Promise<void> {
  await migrate(url)
  await syncReferenceData(url)
}

/** @returns whether the demo was put in; false when people already exist. */
export function fillWithDemo(url: string): Promise<boolean> {
  return seedDemo(url)
}
