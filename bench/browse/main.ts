import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { closeDatabase } from '@/db/client'
import { ensureDatabase, prepareDatabase } from '@/scripts/database'
import { startEmbeddedPostgres } from '@/scripts/postgres'
import { round, table } from '../measure/numbers'
import { writePlans } from '../measure/write-plans'
import { loadWorld } from './load-world'
import { measureHttp } from './measure-http'
import { type Measured, measureQueries, openUses } from './measure-queries'

const quick = process.argv.includes('--quick')
const sizes = (process.env.BENCH_SIZES ?? '10000,100000,1000000').split(',').map(Number)
/** A folder that keeps what was loaded, for the next time. */
const kept = process.env.BENCH_DATA

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

async function run(postgresUrl: string, postgresPid: number) {
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
    const measured = await measureQueries(postgresPid, quick)
    await writePlans(url, path.join('bench', 'plans', String(size)), openUses)
    measured.http = await measureHttp(url, postgresPid, quick)
    await closeDatabase()
    all.set(size, measured)
  }
  const names = Object.keys(all.get(sizes[0] ?? 0) ?? {})
  console.log(
    table(
      ['p50 / p99 ms (CPU ms)', ...sizes.map((size) => `${size.toLocaleString('en')} projects`)],
      names.map((name) => [
        name,
        ...sizes.map((size) => {
          const measured = all.get(size)?.[name]
          if (!measured) return ''
          const { p50, p99, cpu } = measured
          return `${round(p50)} / ${round(p99)} (${round(cpu)})`
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
  await run(postgres.url, postgres.process.pid ?? 0)
} finally {
  await closeDatabase()
  await postgres.stop()
  if (!kept) fs.rmSync(folder, { recursive: true, force: true })
}
process.exit()
