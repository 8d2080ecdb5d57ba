import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { closeDatabase } from '@/db/client'
import { publishThrough } from '@/domain/publish'
import { withDatabase } from './global-setup'

/** A database per test file, cloned from the migrated template: files cannot see each other. */
const name = `test_${randomUUID().replaceAll('-', '')}`
const postgresUrl = inject('postgresUrl')

process.env.DATABASE_URL = withDatabase(postgresUrl, name)
process.env.AUTH_SECRET = 'a-secret-that-only-the-tests-know-0123456789'
delete process.env.REDIS_URL
process.env.DATA_DIR = path.join(os.tmpdir(), `prajix-${name}`)

async function asAdmin(statement: string) {
  const admin = new pg.Client({ connectionString: postgresUrl })
  await admin.connect()
  try {
    await admin.query(statement)
  } finally {
    await admin.end()
  }
}

beforeAll(async () => {
  // Unbound: events go nowhere unless a test lends a recorder or starts a realtime server.
  publishThrough(null)
  await asAdmin(`create database ${name} template template_prajix strategy file_copy`)
})
afterAll(async () => {
  await closeDatabase()
  await asAdmin(`drop database if exists ${name} with (force)`)
  fs.rmSync(path.join(os.tmpdir(), `prajix-${name}`), { recursive: true, force: true })
})
