import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { afterEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { maximumRunOutput, recordRunInput, runView, textName } from '@/contracts/documents'
import { db } from '@/db/client'
import { document, membership, roomEvent, run } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { appendUpdate } from '@/domain/documents/append-update'
import { createDocument } from '@/domain/documents/create-document'
import { deleteDocument } from '@/domain/documents/delete-document'
import { publishThrough } from '@/domain/publish'
import { getRun } from '@/domain/runs/get-run'
import { getRunCode } from '@/domain/runs/get-run-code'
import { listRuns } from '@/domain/runs/list-runs'
import { loadRuns } from '@/domain/runs/load-runs'
import { recordRun } from '@/domain/runs/record-run'
import { addMember, createPerson, createProject } from '../../support/factories'

afterEach(() => publishThrough(null))

async function setUp(text = 'console.log(1)') {
  const [owner, member, outsider] = await Promise.all([
    createPerson(),
    createPerson(),
    createPerson(),
  ])
  const [project, elsewhere] = await Promise.all([createProject(owner), createProject(outsider)])
  await addMember(project.id, member)
  const documentId = randomUUID()
  const { roomId } = project
  await createDocument(owner, { roomId, documentId, path: 'readings.ts', text })
  const input = (changes: Partial<ReturnType<typeof recordRunInput.parse>> = {}) =>
    recordRunInput.parse({
      roomId,
      documentId,
      runId: randomUUID(),
      language: 'typescript',
      outcome: 'passed',
      durationMs: 410,
      output: '1440 readings\n',
      ...changes,
    })
  return { owner, member, outsider, project, elsewhere, roomId, documentId, input }
}
const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'allowed',
    (error: Error) => error.name,
  )
const recorded = (roomId: string) =>
  db()
    .select({ seq: roomEvent.seq, payload: roomEvent.payload, actorId: roomEvent.actorId })
    .from(roomEvent)
    .where(and(eq(roomEvent.roomId, roomId), eq(roomEvent.kind, 'run:recorded')))
const write = async (who: Actor, roomId: string, documentId: string, text: string) => {
  const own = new Y.Doc()
  own.getText(textName).insert(0, text)
  const update = Y.encodeStateAsUpdate(own)
  return appendUpdate(who, { roomId, documentId, update })
}

it('keeps who ran what, and tells the room without a copy of the output', async () => {
  const { member, roomId, documentId, input } = await setUp()
  const heard: { events: { seq: number; kind: string }[] }[] = []
  publishThrough({ to: () => ({ emit: (_name, payload) => heard.push(payload as never) }) })
  const tests = [{ name: 'newest is last', passed: false, message: 'expected 1, got 2' }]
  const given = input({ outcome: 'failed', tests, input: '7\n' })
  const { seq } = await recordRun(member, given)
  const [view] = await listRuns(db(), roomId)
  expect(runView.parse(view)).toEqual({
    id: given.runId,
    documentId,
    path: 'readings.ts',
    language: 'typescript',
    outcome: 'failed',
    durationMs: 410,
    input: '7\n',
    output: '1440 readings\n',
    tests,
    person: { id: member.personId, handle: member.handle, name: member.name, line: member.line },
    at: view?.at,
  })
  expect(await recorded(roomId)).toEqual([
    { seq, payload: { runId: given.runId }, actorId: member.personId },
  ])
  expect(heard).toHaveLength(1)
  expect(heard[0]?.events).toEqual([expect.objectContaining({ kind: 'run:recorded', run: view })])
  expect((await loadRuns(db(), [given.runId, randomUUID()])).get(given.runId)).toEqual(view)
})

it('records a run once, however often and at once it is sent', async () => {
  const { member, roomId, input } = await setUp()
  const given = input()
  const answers = await Promise.all(Array.from({ length: 10 }, () => recordRun(member, given)))
  await recordRun(member, { ...given, output: 'something else' })
  const [event, ...others] = await recorded(roomId)
  expect(others).toEqual([])
  expect(answers.map(({ seq }) => seq)).toContain(event?.seq)
  expect((await listRuns(db(), roomId)).map(({ output }) => output)).toEqual(['1440 readings\n'])
})

it('lets nobody record without a seat, in a file of another room, or over somebody’s run', async () => {
  const { owner, member, outsider, project, elsewhere, roomId, documentId, input } = await setUp()
  const removed = await createPerson()
  await addMember(project.id, removed)
  await db()
    .update(membership)
    .set({ status: 'removed', endedAt: new Date() })
    .where(eq(membership.personId, removed.personId))
  const given = input()
  await recordRun(member, given)
  const foreign = randomUUID()
  await createDocument(outsider, {
    roomId: elsewhere.roomId,
    documentId: foreign,
    path: 'secret.ts',
    text: 'secret',
  })
  const before = await db().select().from(run)
  expect(await refusalOf(recordRun(outsider, input()))).toBe('NotFound')
  expect(await refusalOf(recordRun(removed, input()))).toBe('NotFound')
  expect(await refusalOf(recordRun(member, input({ roomId: randomUUID() })))).toBe('NotFound')
  expect(await refusalOf(recordRun(member, input({ documentId: foreign })))).toBe('NotFound')
  expect(await refusalOf(recordRun(member, input({ documentId: randomUUID() })))).toBe('NotFound')
  const inOwnRoom = { roomId: elsewhere.roomId, documentId }
  expect(await refusalOf(recordRun(outsider, input(inOwnRoom)))).toBe('NotFound')
  expect(await refusalOf(recordRun(owner, given))).toBe('Conflict')
  const taken = { ...given, roomId: elsewhere.roomId, documentId: foreign }
  expect(await refusalOf(recordRun(outsider, taken))).toBe('Conflict')
  await deleteDocument(owner, { roomId, documentId })
  expect(await refusalOf(recordRun(member, input()))).toBe('NotFound')
  expect(await db().select().from(run)).toEqual(before)
  expect(await recorded(elsewhere.roomId)).toEqual([])
})

it('opens the code as it was then, to members alone', async () => {
  const { owner, member, outsider, elsewhere, roomId, documentId, input } = await setUp('let a = 1')
  const first = input()
  await recordRun(member, first)
  await write(owner, roomId, documentId, '// later\n')
  const second = input()
  await recordRun(member, second)
  const codeOf = async (who: Actor, runId: string, room = roomId) =>
    (await getRunCode(who, { roomId: room, runId })).code
  expect(await codeOf(owner, first.runId)).toBe('let a = 1')
  expect([`// later\nlet a = 1`, `let a = 1// later\n`]).toContain(
    await codeOf(owner, second.runId),
  )
  const stored = await db().select({ id: run.id, seq: run.documentSeq }).from(run)
  const [file] = await db().select().from(document).where(eq(document.id, documentId))
  expect(stored.find(({ id }) => id === first.runId)?.seq).toBe(1)
  expect(stored.find(({ id }) => id === second.runId)?.seq).toBe(file?.seq)
  expect(await refusalOf(codeOf(outsider, first.runId))).toBe('NotFound')
  expect(await refusalOf(codeOf(outsider, first.runId, elsewhere.roomId))).toBe('NotFound')
  expect(await refusalOf(codeOf(owner, randomUUID()))).toBe('NotFound')
  await deleteDocument(owner, { roomId, documentId })
  expect(await codeOf(owner, first.runId)).toBe('let a = 1')
})

it('finds one run by its id, however old, for members alone', async () => {
  const { owner, member, outsider, elsewhere, roomId, documentId, input } = await setUp()
  const old = input({ output: 'old' })
  await recordRun(member, old)
  for (let at = 0; at < 22; at++) await recordRun(owner, input())
  const { run: found } = await getRun(owner, { roomId, runId: old.runId })
  expect(runView.parse(found)).toEqual(found)
  expect(found).toMatchObject({ id: old.runId, output: 'old', path: 'readings.ts' })
  expect((await listRuns(db(), roomId)).map(({ id }) => id)).not.toContain(old.runId)
  const ask = (who: Actor, runId: string, room = roomId) =>
    refusalOf(getRun(who, { roomId: room, runId }))
  expect(await ask(outsider, old.runId)).toBe('NotFound')
  expect(await ask(outsider, old.runId, elsewhere.roomId)).toBe('NotFound')
  expect(await ask(owner, randomUUID())).toBe('NotFound')
  await deleteDocument(owner, { roomId, documentId })
  expect(await ask(owner, old.runId)).toBe('allowed')
})

it('keeps a number and a text that belong together while others type', async () => {
  const { owner, member, roomId, documentId, input } = await setUp('')
  const typing = Array.from({ length: 12 }, () => write(owner, roomId, documentId, 'x'))
  const running = Array.from({ length: 6 }, () => recordRun(member, input()))
  await Promise.all([...typing, ...running])
  const stored = await db()
    .select({ seq: run.documentSeq, code: run.code })
    .from(run)
    .where(eq(run.roomId, roomId))
  expect(stored).toHaveLength(6)
  for (const { seq, code } of stored) expect(code).toHaveLength(seq)
})

it('stores whatever a program prints, and no more than the limit', async () => {
  const { member, roomId, input } = await setUp()
  const nasty = '\u0000\ud800a\udc00😀'
  const tests = [{ name: nasty, passed: true, message: nasty }]
  const given = { ...input({ input: nasty, tests }), output: `${nasty}${'😀'.repeat(30_000)}` }
  await recordRun(member, given)
  const [view] = await listRuns(db(), roomId)
  expect(view?.input).toBe('\ufffda\ufffd😀')
  expect(view?.tests).toEqual([
    { name: '\ufffda\ufffd😀', passed: true, message: '\ufffda\ufffd😀' },
  ])
  expect(view?.output.length).toBeLessThanOrEqual(maximumRunOutput)
  expect(view?.output.startsWith('\ufffda\ufffd😀😀')).toBe(true)
  const tooLong = { ...given, output: 'x'.repeat(maximumRunOutput + 1) }
  expect(recordRunInput.safeParse(tooLong).success).toBe(false)
})

it('lists the newest twenty, in the order of the room', async () => {
  const { member, owner, roomId, input } = await setUp()
  await Promise.all(
    Array.from({ length: 23 }, (_, at) => recordRun(at % 2 ? member : owner, input())),
  )
  const order = (await recorded(roomId))
    .sort((one, other) => other.seq - one.seq)
    .map(({ payload }) => (payload as { runId: string }).runId)
  const listed = await listRuns(db(), roomId)
  expect(listed).toHaveLength(20)
  const times = listed.map(({ at }) => at)
  expect(times).toEqual([...times].sort().reverse())
  expect(new Set(listed.map(({ id }) => id)).size).toBe(20)
  for (const { id } of listed) expect(order.indexOf(id)).toBeLessThan(22)
})
