import { randomUUID } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import { afterEach, expect, it } from 'vitest'
import { recordRunInput } from '@/contracts/documents'
import { db } from '@/db/client'
import { roomEvent } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { createDocument } from '@/domain/documents/create-document'
import { getWheel } from '@/domain/pairing/get-wheel'
import { turnWheel } from '@/domain/pairing/turn-wheel'
import { publishThrough } from '@/domain/publish'
import { recordRun } from '@/domain/runs/record-run'
import { turnedGreen } from '@/domain/runs/turned-green'
import { leaveProject } from '@/domain/teams/leave-project'
import { createTeam, idsOf, toldWheels } from './team'

afterEach(() => publishThrough(null))

const red = [{ name: 'adds', passed: false, message: 'no' }]
const green = [{ name: 'adds', passed: true, message: '' }]
type Changes = Partial<ReturnType<typeof recordRunInput.parse>>

/** Ana drives in ping-pong, with Ben beside her. */
async function setUp({ rotation = null }: { rotation?: 5 | null } = {}) {
  const team = await createTeam()
  const { ana, roomId } = team
  const documentId = randomUUID()
  await createDocument(ana, { roomId, documentId, path: 'a.ts', text: '' })
  await turnWheel(ana, { roomId, act: 'drive', rotation })
  await turnWheel(ana, { roomId, act: 'ping_pong', on: true })
  const here = idsOf(ana, team.ben)
  const run = (who: Actor, changes: Changes, present: ReadonlySet<string> | undefined = here) =>
    recordRun(
      who,
      recordRunInput.parse({
        ...{ roomId, documentId, runId: randomUUID(), language: 'typescript' },
        ...{ outcome: 'passed', durationMs: 1, output: '' },
        ...changes,
      }),
      present,
    )
  const fail = (who: Actor, changes: Changes = {}) =>
    run(who, { outcome: 'failed', tests: red, ...changes })
  const pass = (who: Actor, changes: Changes = {}, present = here) =>
    run(who, { tests: green, ...changes }, present)
  const driver = async () => (await getWheel(db(), roomId)).driverId
  return { ...team, documentId, run, fail, pass, driver }
}

it('passes the wheel on with the run that turns the tests green', async () => {
  const { ana, ben, roomId, fail, pass, driver } = await setUp({ rotation: 5 })
  const heard: { events: { kind: string }[] }[] = []
  publishThrough({ to: () => ({ emit: (_name, payload) => heard.push(payload as never) }) })
  await fail(ana)
  expect(await driver()).toBe(ana.personId)
  const { seq } = await pass(ana)
  expect(await driver()).toBe(ben.personId)
  const events = await db()
    .select({ seq: roomEvent.seq, kind: roomEvent.kind, actorId: roomEvent.actorId })
    .from(roomEvent)
    .where(eq(roomEvent.roomId, roomId))
    .orderBy(asc(roomEvent.seq))
  // Last comes the version that is kept of it.
  expect(events.slice(-3, -1)).toEqual([
    { seq, kind: 'run:recorded', actorId: ana.personId },
    { seq: seq + 1, kind: 'wheel:turned', actorId: ana.personId },
  ])
  expect(heard.at(-2)?.events.map(({ kind }) => kind)).toEqual(['run:recorded', 'wheel:turned'])
  const told = (await toldWheels(roomId)).at(-1)
  expect(told).toMatchObject({ driverId: ben.personId, rotation: 5, pingPong: true })
  // And back again, when it is Ben's turn to make them green.
  await fail(ben)
  await pass(ben)
  expect(await driver()).toBe(ana.personId)
})

it('passes on once, however often the run is sent', async () => {
  const { ana, ben, roomId, fail, pass, driver } = await setUp()
  await fail(ana)
  const before = (await toldWheels(roomId)).length
  const runId = randomUUID()
  await Promise.all(Array.from({ length: 6 }, () => pass(ana, { runId })))
  expect(await driver()).toBe(ben.personId)
  expect(await toldWheels(roomId)).toHaveLength(before + 1)
})

it('stays where it is for every other run', async () => {
  const { ana, ben, owner, roomId, documentId, run, fail, pass, driver } = await setUp()
  const stays = async (what: string) => expect([what, await driver()]).toEqual([what, ana.personId])
  await pass(ana)
  await stays('the first run of a file')
  await pass(ana)
  await stays('green after green')
  await fail(ana)
  await run(ana, { outcome: 'passed', tests: [] })
  await stays('a run without tests')
  await pass(ben)
  await stays('green by a navigator')
  await fail(ana)
  await pass(ana, {}, idsOf(ana))
  await stays('nobody else is there')
  await fail(ana)
  await recordRun(
    ana,
    recordRunInput.parse({
      ...{ roomId, documentId, runId: randomUUID(), language: 'typescript', durationMs: 1 },
      ...{ outcome: 'passed', output: '', tests: green },
    }),
  )
  await stays('nobody knows who is there')
  const other = randomUUID()
  await createDocument(ana, { roomId, documentId: other, path: 'b.ts', text: '' })
  await fail(ana)
  await pass(ana, { documentId: other })
  await stays('red in another file')
  await turnWheel(owner, { roomId, act: 'ping_pong', on: false })
  await pass(ana)
  await stays('it is not wanted')
})

it('looks past runs without tests, and counts red ones however they ended', async () => {
  const { ana, ben, run, fail, pass, driver } = await setUp()
  await fail(ana)
  await run(ana, { outcome: 'failed', tests: [] })
  await pass(ana)
  expect(await driver()).toBe(ben.personId)
  await run(ben, { outcome: 'timed_out', tests: red })
  await pass(ben)
  expect(await driver()).toBe(ana.personId)
})

it('says so of a run as it is stored', async () => {
  const { ana, documentId, fail } = await setUp()
  const ask = (changes: object) =>
    db().transaction((tx) =>
      turnedGreen(tx, {
        ...{ id: randomUUID(), documentId, outcome: 'passed', tests: green },
        ...changes,
      }),
    )
  expect(await ask({})).toBe(false)
  const runId = randomUUID()
  await fail(ana, { runId })
  expect(await ask({})).toBe(true)
  expect(await ask({ id: runId })).toBe(false)
  expect(await ask({ outcome: 'failed' })).toBe(false)
  expect(await ask({ tests: [] })).toBe(false)
  expect(await ask({ documentId: randomUUID() })).toBe(false)
})

it('goes through beside turns, runs and leaving at the same time', async () => {
  const { ana, ben, cho, roomId, project, fail, pass, driver } = await setUp()
  await fail(ana)
  const all = await Promise.allSettled([
    pass(ana),
    fail(ben),
    pass(ben),
    turnWheel(ben, { roomId, act: 'ask' }),
    turnWheel(cho, { roomId, act: 'ask' }),
    leaveProject(ben, { projectId: project.id }),
    pass(ana),
  ])
  for (const each of all)
    if (each.status === 'rejected')
      expect(['Conflict', 'Forbidden', 'NotFound']).toContain((each.reason as Error).name)
  const team = idsOf(ana, cho)
  const after = await driver()
  expect(after === null || team.has(after)).toBe(true)
})
