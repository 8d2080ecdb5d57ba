import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { changeWords, compareTests } from '@/components/runs/compare-tests'
import { runMessage } from '@/components/runs/run-message'
import type { RunView } from '@/contracts/documents'
import { linkedIds, roomLink } from '@/contracts/room-links'
import { personNamed } from '../rooms/fake-room'

const roomId = randomUUID()
const linkedRuns = (body: string, room: string, origin?: string) =>
  linkedIds(body, room, 'run', origin)
const test = (name: string, passed: boolean) => ({ name, passed, message: '' })
const run: RunView = {
  ...{ id: randomUUID(), documentId: randomUUID(), path: 'src/__init__.py', language: 'python' },
  ...{ outcome: 'failed', durationMs: 5, input: '', output: '', person: personNamed('Olu') },
  ...{ tests: [test('adds', true), test('takes', false)], at: new Date(0).toISOString() },
}

it('a message that shows a run says how it ended, and links to it', () => {
  const body = runMessage(roomId, run)
  expect(body).toBe(
    `[\`src/__init__.py\`](/rooms/${roomId}?run=${run.id}) failed: 1 of 2 tests passed.`,
  )
  expect(linkedRuns(body, roomId)).toEqual([run.id])
})

it('cards are for runs of this room, each once, and three at most', () => {
  const link = (to: string, id: string = randomUUID()) => roomLink(to, { run: id })
  expect(linkedRuns(`see ${link(randomUUID())}`, roomId)).toEqual([])
  expect(linkedRuns(`${link(roomId, run.id)} and ${link(roomId, run.id)}.`, roomId)).toEqual([
    run.id,
  ])
  const whole = `http://localhost:3000${link(roomId, run.id)}`
  expect(linkedRuns(`(${whole})`, roomId, 'http://localhost:3000')).toEqual([run.id])
  expect(linkedRuns(whole, roomId, 'https://elsewhere.example')).toEqual([])
  const many = Array.from({ length: 9 }, () => link(roomId)).join(' ')
  expect(linkedRuns(many, roomId)).toHaveLength(3)
  for (const body of ['', roomLink(roomId), `/rooms/${roomId}?run=7`, '/rooms/x?run=y', '/rooms/'])
    expect(linkedRuns(body, roomId)).toEqual([])
})

it('tests of two runs are matched by name, in the order of the later one', () => {
  const before = [test('adds', false), test('twice', true), test('twice', false), test('old', true)]
  const after = [test('twice', false), test('new', true), test('adds', true), test('twice', false)]
  const compared = compareTests(before, after)
  expect(compared.map((one) => [one.name, one.before, one.after, changeWords(one)])).toEqual([
    ['twice', true, false, 'turned red'],
    ['new', null, true, 'new'],
    ['adds', false, true, 'turned green'],
    ['twice', false, false, ''],
    ['old', true, null, 'gone'],
  ])
})
