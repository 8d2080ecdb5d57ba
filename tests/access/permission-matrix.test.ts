import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { createCatalogue } from '../support/catalogue'
import { createTeamScenario } from '../support/team-scenario'
import { matrix, notForPeople } from './matrix'
import { walkMatrix } from './walk-matrix'

/*
 * Role × use-case, generated: every use-case must have a row in matrix.ts and every row says for every
 * role what happens. A refusal must be the named error, and must change nothing.
 */

beforeAll(createCatalogue)

const areas = [
  'accounts',
  'attachments',
  'documents',
  'marks',
  'matching',
  'moderation',
  'pairing',
  'people',
  'polls',
  'projects',
  'reminders',
  'roadmap',
  'rooms',
  'runs',
  'search',
  'searches',
  'skills',
  'tasks',
  'teams',
  'versions',
]
const useCases = areas.flatMap((area) =>
  fs
    .readdirSync(path.resolve('domain', area))
    .filter((file) => /\.[jt]s$/.test(file) && takesActor(path.resolve('domain', area, file)))
    .map((file) => `${area}/${path.basename(file, '.ts')}`),
)

/** A use-case exports a function named as its file whose first parameter is the person who acts. */
function takesActor(file: string): boolean {
  const name = path
    .basename(file, '.ts')
    .replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  const source = fs.readFileSync(file, 'utf8')
  return new RegExp(`export (async )?function ${name}\\(\\s*_?(actor|viewer): `).test(source)
}

it('lists every use-case that a person can call', () => {
  expect(useCases.length).toBeGreaterThan(35)
  const listed = [...Object.keys(matrix), ...notForPeople]
  expect(listed.sort()).toEqual(useCases.sort())
})

walkMatrix(0)

it('answers a missing thing and one that may not be seen alike', async () => {
  const scenario = await createTeamScenario()
  const { getProject } = await import('@/domain/projects/get-project')
  const { getRoom } = await import('@/domain/rooms/get-room')
  const outsider = scenario.people.outsider
  const messageOf = (attempt: Promise<unknown>) =>
    attempt.then(
      () => 'no error',
      (error: Error) => `${error.name}: ${error.message}`,
    )
  expect(await messageOf(getProject(outsider, { slug: scenario.draft.slug }))).toBe(
    await messageOf(getProject(outsider, { slug: 'no-such-project' })),
  )
  expect(await messageOf(getRoom(outsider, { roomId: scenario.project.roomId }))).toBe(
    await messageOf(getRoom(outsider, { roomId: randomUUID() })),
  )
})
