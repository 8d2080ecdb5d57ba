import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { db } from '@/db/client'
import { person } from '@/db/schema'
import { createPerson } from '@/tests/support/factories'
import { runBoot } from './run-boot'

let folder: string
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'prajix-moderator-'))
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

async function run(args: string[], environment: Record<string, string> = {}) {
  const DATABASE_URL = process.env.DATABASE_URL ?? ''
  const ran = runBoot(['moderator', ...args], { DATA_DIR: folder, DATABASE_URL, ...environment })
  const code = await ran.ended
  return { code, said: ran.output().trim() }
}

it('makes somebody a moderator, and takes it back', { timeout: 120_000 }, async () => {
  const { handle, personId } = await createPerson()
  const moderates = async () =>
    (await db().select().from(person).where(eq(person.id, personId)))[0]?.isModerator
  expect(await run([`@${handle}`])).toEqual({ code: 0, said: `@${handle} is a moderator.` })
  expect(await moderates()).toBe(true)
  expect(await run([handle, '--remove'])).toEqual({
    ...{ code: 0, said: `@${handle} is no moderator any more.` },
  })
  expect(await moderates()).toBe(false)
})

it('refuses in one sentence what it cannot do', { timeout: 120_000 }, async () => {
  expect(await run(['nobody-at-all'])).toEqual({
    ...{ code: 1, said: 'Nobody here is called @nobody-at-all.' },
  })
  expect(await run([])).toEqual({
    ...{ code: 1, said: 'Name one person by their handle: see --help.' },
  })
  const { code, said } = await run(['nobody-at-all'], { DATABASE_URL: '' })
  expect(said).toMatch(/^There is no database in .+ yet: run npm start first\.$/)
  expect(code).toBe(1)
})
