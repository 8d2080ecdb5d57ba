import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { closeDatabase } from '@/db/client'
import { ensureDatabase, prepareDatabase } from '@/scripts/database'
import { startEmbeddedPostgres } from '@/scripts/postgres'
import { round, table } from '../measure/numbers'
import { loadWorld } from './load-world'
import { measureHttp } from './measure-http'
import { type Measured, measureQueries } from './measure-queries'
import { writePlans } from './write-plans'

const flag = (name: string) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? undefined : process.argv[at + 1]
}
const quick = process.argv.includes('--quick')
const sizes = flag('size') ? [Number(flag('size'))] : [10_000, 100_000, 1_000_000]
/** A folder that keeps what was loaded, for the next time. */
const kept = flag('data')

async function isLoaded(url: string, size: number): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query('select count(*)::int as n from project_listing')
    return rows[0].n > size / 2
  } catch {
    return false
  } finally {
    await client.end()
  }
}

async function run(postgresUrl: string) {
  const all = new Map<number, Record<string, Measured>>()
  for (const size of sizes) {
    const url = await ensureDatabase(postgresUrl, `projects_${size}`)
    if (!(await isLoaded(url, size))) {
      console.error(`  ${size.toLocaleString('en')} projects: loading`)
      await prepareDatabase(url)
      await loadWorld(url, size)
    }
    process.env.DATABASE_URL = url
    console.error(`  ${size.toLocaleString('en')} projects: measuring`)
    const measured = await measureQueries(quick)
    await writePlans(url, path.join('bench', 'plans', String(size)))
    measured.http = await measureHttp(url, quick)
    await closeDatabase()
    all.set(size, measured)
  }
  const names = Object.keys(all.get(sizes[0] ?? 0) ?? {})
  console.log(
    table(
      ['p50 / p99 ms', ...sizes.map((size) => `${size.toLocaleString('en')} projects`)],
      names.map((name) => [
        name,
        ...sizes.map((size) => {
          const { p50, p99 } = all.get(size)?.[name] ?? { p50: Number.NaN, p99: Number.NaN }
          return `${round(p50)} / ${round(p99)}`
        }),
      ]),
    ),
  )
  const figuresOf = (size: number) =>
    Object.fromEntries(
      Object.entries(all.get(size) ?? {}).map(([name, { p99 }]) => [`${name}_p99_ms`, round(p99)]),
    )
  const largest = Math.max(...sizes)
  const smaller = Object.fromEntries(
    sizes.filter((size) => size !== largest).map((size) => [size, figuresOf(size)]),
  )
  console.log(JSON.stringify({ bench: 'browse', figures: figuresOf(largest), smaller }))
}

const folder = kept ?? fs.mkdtempSync(path.join(os.tmpdir(), 'prajix-bench-'))
fs.mkdirSync(folder, { recursive: true })
fs.chmodSync(folder, 0o755)
const postgres = await startEmbeddedPostgres({
  folder: path.join(folder, 'postgres'),
  durable: true,
})
process.env.AUTH_SECRET = 'a-secret-that-only-the-bench-knows-0123456789'
delete process.env.REDIS_URL
try {
  await run(postgres.url)
} finally {
  await closeDatabase()
  await postgres.stop()
  if (!kept) fs.rmSync(folder, { recursive: true, force: true })
}
process.exit()
