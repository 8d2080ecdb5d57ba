import type { ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '@/db/migrate'
import { startEmbeddedPostgres } from '@/scripts/postgres'
import { startRedis as startPrivateRedis } from '@/scripts/redis'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A server whose `template_prajix` every test file clones. */
    postgresUrl: string
    /** Absent: no Redis could be had, and what needs one is skipped. */
    redisUrl: string | undefined
  }
}

/** One throw-away PostgreSQL and, where a binary is at hand, one Redis for the whole run. */
export default async function setup(project: TestProject) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'prajix-test-'))
  fs.chmodSync(folder, 0o755)
  const postgres = await startEmbeddedPostgres({
    folder: path.join(folder, 'postgres'),
    durable: false,
    maxConnections: 200,
  })
  const admin = new pg.Client({ connectionString: postgres.url })
  await admin.connect()
  await admin.query('create database template_prajix')
  await admin.end()
  await migrate(withDatabase(postgres.url, 'template_prajix'))
  const redis = process.env.REDIS_URL ? undefined : await startRedis(folder)
  project.provide('postgresUrl', postgres.url)
  project.provide('redisUrl', process.env.REDIS_URL || redis?.url)
  return async () => {
    redis?.child.kill('SIGTERM')
    await postgres.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

export function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

/** A private Redis on loopback from a binary on the PATH; undefined when there is none. */
export function startRedis(
  folder: string,
  port?: number,
): Promise<{ url: string; port: number; child: ChildProcess } | undefined> {
  return startPrivateRedis(port === undefined ? { folder } : { folder, port })
}
