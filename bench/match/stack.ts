import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { migrate } from '@/db/migrate'
import { ensureDatabase } from '@/scripts/database'
import { startEmbeddedPostgres } from '@/scripts/postgres'

/** A PostgreSQL of its own, migrated. It need not survive a power cut: it is gone afterwards. */
export async function startStack() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'prajix-bench-'))
  fs.chmodSync(folder, 0o755)
  const postgres = await startEmbeddedPostgres({
    folder: path.join(folder, 'postgres'),
    durable: false,
  })
  const end = async () => {
    await postgres.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  }
  const url = await ensureDatabase(postgres.url, 'prajix')
  await migrate(url)
  process.env.DATABASE_URL = url
  process.env.AUTH_SECRET = 'a-secret-that-only-the-bench-knows-0123456789'
  delete process.env.REDIS_URL
  return { end }
}
