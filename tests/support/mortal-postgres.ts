import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { migrate } from '@/db/migrate'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@/scripts/postgres'
import { withDatabase } from './global-setup'
import { startTcpProxy } from './tcp-proxy'

/**
 * A PostgreSQL of our own that keeps what it has acknowledged, to be stopped, killed and started again; always
 * reached at one address. Whoever uses it sets DATABASE_URL to that before anything asks for the database.
 */
export async function startMortalPostgres() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'prajix-mortal-'))
  fs.chmodSync(folder, 0o755)
  const start = () =>
    startEmbeddedPostgres({
      folder: path.join(folder, 'postgres'),
      durable: true,
      maxConnections: 200,
    })
  let running: EmbeddedPostgres = await start()
  const proxy = await startTcpProxy(() => {
    const { hostname, port } = new URL(running.url)
    return [{ host: hostname, port: Number(port) }]
  })
  const admin = new pg.Client({ connectionString: running.url })
  await admin.connect()
  await admin.query('create database prajix')
  await admin.end()
  const url = proxy.through(withDatabase(running.url, 'prajix'))
  await migrate(url)
  return {
    url,
    /** Fast shutdown: what is under way is rolled back. */
    stop: () => running.stop(),
    /** At once, as when the machine fails; the next start recovers from the log. */
    async kill() {
      const gone = new Promise((resolve) => running.process.once('exit', resolve))
      running.kill()
      await gone
    },
    async start() {
      running = await start()
    },
    async end() {
      await proxy.close()
      await running.stop()
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}
export type MortalPostgres = Awaited<ReturnType<typeof startMortalPostgres>>
