import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { db } from '@/db/client'
import { listMatchesForPerson } from '@/domain/matching/list-matches-for-person'
import { listPeopleForOpening } from '@/domain/matching/list-people-for-opening'
import { readMatchState, startMatchIndex, stopMatchIndex } from '@/domain/matching/match-index'
import { createCatalogue, giveSkills } from '@/tests/support/catalogue'
import { createPerson, createProject } from '@/tests/support/factories'

beforeAll(createCatalogue)
afterAll(stopMatchIndex)

/** Once the index knows so many openings and people. */
const known = (openings: number, people: number) =>
  vi.waitFor(async () => expect(await readMatchState()).toMatchObject({ openings, people }), {
    timeout: 20_000,
  })

it('answers the same from the index in its thread as without it, and follows what changes', async () => {
  const [owner, who] = await Promise.all([createPerson(), createPerson()])
  await giveSkills(who, { go: 3 })
  const projects = await Promise.all(Array.from({ length: 12 }, () => createProject(owner)))
  const openingId = projects[0]?.openingId ?? ''
  const lists = async () => [
    await listMatchesForPerson(who, { limit: 5 }),
    await listPeopleForOpening(owner, { openingId, limit: 5 }),
  ]
  const without = await lists()
  expect(await readMatchState()).toBeNull()
  startMatchIndex()
  await known(12, 2)
  expect(await lists()).toEqual(without)
  await createProject(owner)
  await createPerson()
  await known(13, 3)
  await db().execute(sql`update project set accepting_members = false`)
  await known(0, 3)
  expect((await listMatchesForPerson(who, { limit: 5 })).matches).toEqual([])
})

it('is built again when its thread ends', async () => {
  await stopMatchIndex()
  expect(await readMatchState()).toBeNull()
  startMatchIndex()
  await known(0, 3)
})
