import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { fillWithDemo, prepareDatabase } from '@/scripts/database'
import { startEmbeddedPostgres } from '@/scripts/postgres'
import { type Browser, findChromium } from './find-chromium'
import { type Site, startSite } from './site'

/** What the run's set-up tells its tests; plain data, for it crosses processes. */
export type Stack = {
  url: string
  realtimePort: number
  databaseUrl: string
  /** Server on which a test may make a database of its own: see `startOwnSite`. */
  postgresUrl: string
  authSecret: string
  redis: boolean
  browser: Browser
  folder: string
}

const template = 'template_e2e'
const variable = 'PRAJIX_E2E_STACK'

function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

async function makeDatabase(postgresUrl: string, name: string, from?: string): Promise<string> {
  const admin = new pg.Client({ connectionString: postgresUrl })
  await admin.connect()
  try {
    await admin.query(`create database ${name}${from ? ` template ${from}` : ''}`)
  } finally {
    await admin.end()
  }
  return withDatabase(postgresUrl, name)
}

/** Playwright's global set-up: a throw-away database with the demo, and the production build on it. */
export default async function setUp(): Promise<() => Promise<void>> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'prajix-e2e-'))
  fs.chmodSync(folder, 0o755)
  const browser = await findChromium(folder)
  const postgres = await startEmbeddedPostgres({
    folder: path.join(folder, 'postgres'),
    durable: false,
    maxConnections: 200,
  })
  const seeded = await makeDatabase(postgres.url, template)
  await prepareDatabase(seeded)
  await fillWithDemo(seeded)
  const databaseUrl = await makeDatabase(postgres.url, 'e2e', template)
  const site = await startSite({
    folder: path.join(folder, 'main'),
    databaseUrl,
    redis: process.env.REDIS_URL || true,
  })
  const stack: Stack = {
    url: site.url,
    realtimePort: site.nodes[0]?.port ?? 0,
    databaseUrl,
    postgresUrl: postgres.url,
    authSecret: site.authSecret,
    redis: Boolean(process.env.REDIS_URL || site.redis),
    browser,
    folder,
  }
  const file = path.join(folder, 'stack.json')
  fs.writeFileSync(file, JSON.stringify(stack), { mode: 0o600 })
  process.env[variable] = file
  return async () => {
    await site.stop()
    await postgres.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

export function readStack(): Stack {
  const file = process.env[variable]
  if (!file) throw new Error('The set-up of the end-to-end tests has not run.')
  return JSON.parse(fs.readFileSync(file, 'utf8')) as Stack
}

/**
 * A site of a test's own, on its own copy of the seeded database: for tests that kill nodes.
 * @param name letters, digits and underscores; unique among the tests.
 */
export async function startOwnSite(
  stack: Stack,
  name: string,
  options: { redis: boolean; nodes: number },
): Promise<Site> {
  return startSite({
    folder: path.join(stack.folder, name),
    databaseUrl: await makeDatabase(stack.postgresUrl, name, template),
    ...options,
  })
}
