import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { bundleProcesses } from '@/scripts/build'
import { ensureDatabase, prepareDatabase } from '@/scripts/database'
import { startEmbeddedPostgres } from '@/scripts/postgres'
import { startRedis } from '@/scripts/redis'

export type Stack = {
  /** Of the database that the processes use. */
  url: string
  postgresPid: number
  /** Absent where no Redis is on the PATH. */
  redis: { url: string; pid: number } | null
  end(): Promise<void>
}

/** What `npm start` provides: PostgreSQL that keeps its promises, a Redis, and the bundled processes. */
export async function startStack(): Promise<Stack> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'prajix-bench-'))
  fs.chmodSync(folder, 0o755)
  const postgres = await startEmbeddedPostgres({
    folder: path.join(folder, 'postgres'),
    durable: true,
  })
  const redis = await startRedis({ folder })
  const end = async () => {
    redis?.child.kill('SIGTERM')
    await postgres.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  }
  let url: string
  try {
    url = await ensureDatabase(postgres.url, 'prajix')
    await prepareDatabase(url)
    await bundleProcesses()
    process.env.DATABASE_URL = url
    process.env.AUTH_SECRET = 'a-secret-that-only-the-bench-knows-0123456789'
    delete process.env.REDIS_URL
  } catch (error) {
    await end()
    throw error
  }
  return {
    url,
    postgresPid: postgres.process.pid ?? 0,
    redis: redis ? { url: redis.url, pid: redis.child.pid ?? 0 } : null,
    end,
  }
}
