import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { LiveRuns } from '@/components/runs/live-runs'
import { RunPrinter } from '@/components/runs/run-printer'
import {
  maximumPrintedChunk,
  maximumRunOutput,
  type PrintRunInput,
  type RunView,
} from '@/contracts/documents'
import { enter, FakeClock, FakeRoom, personNamed } from '../rooms/fake-room'

const olu = personNamed('Olu')
const gia = personNamed('Gia')

async function setUp() {
  const room = new FakeRoom()
  const { store, connection, clock } = enter(room, gia)
  const live = new LiveRuns(store, clock)
  live.start()
  const documentId = randomUUID()
  const print = (printed: Partial<PrintRunInput> & { runId: string; personId?: string }) =>
    connection.tell('run:printed', {
      ...{ roomId: room.id, documentId, language: 'python', from: 0, text: '' },
      personId: olu.id,
      ...printed,
    })
  await clock.advance(0)
  return { room, store, clock, live, documentId, print }
}
const outputs = (live: LiveRuns) => live.getView().map(({ output }) => output)
const record = (id: string, documentId: string): RunView => ({
  ...{ id, documentId, path: 'app.py', language: 'python', outcome: 'passed', durationMs: 1 },
  ...{ input: '', output: '', tests: [], person: olu, at: new Date(0).toISOString() },
})

it('gathers what others print, and shows where something is missing', async () => {
  const { live, print } = await setUp()
  const runId = randomUUID()
  print({ runId })
  expect(outputs(live)).toEqual([''])
  print({ runId, text: 'one\n' })
  print({ runId, from: 4, text: 'two\n' })
  // Doubled, overlapping, then with a gap.
  print({ runId, from: 4, text: 'two\n' })
  print({ runId, from: 4, text: 'two\nthree\n' })
  print({ runId, from: 40, text: 'nine\n' })
  expect(outputs(live)).toEqual(['one\ntwo\nthree\n…\nnine\n'])
  const tests = [{ name: 'adds', passed: true, message: '' }]
  print({ runId, from: 45, tests })
  print({ runId, from: 45 })
  expect(live.getView()[0]?.tests).toEqual(tests)
})

it('has the newest on top, keeps people apart, and hears its own room alone', async () => {
  const { live, print } = await setUp()
  const [first, second] = [randomUUID(), randomUUID()]
  print({ runId: first, text: 'a' })
  print({ runId: second, text: 'b' })
  print({ runId: first, from: 1, text: 'a' })
  expect(outputs(live)).toEqual(['b', 'aa'])
  print({ runId: first, personId: gia.id, from: 2, text: 'not mine' })
  print({ runId: randomUUID(), roomId: randomUUID() })
  expect(outputs(live)).toEqual(['b', 'aa'])
  for (let more = 0; more < 40; more++) print({ runId: randomUUID() })
  expect(live.getView()).toHaveLength(20)
})

it('gives way to the record, and is not woken by a frame that comes after it', async () => {
  const { room, live, documentId, print, clock } = await setUp()
  const runId = randomUUID()
  print({ runId, text: 'one' })
  room.append({ kind: 'run:recorded', run: record(runId, documentId) })
  await clock.advance(0)
  expect(live.getView()).toEqual([])
  print({ runId, from: 3, text: 'late' })
  expect(live.getView()).toEqual([])
})

it('fades after forty silent seconds, and lives on with every word', async () => {
  const { live, print, clock } = await setUp()
  const runId = randomUUID()
  print({ runId })
  await clock.advance(30_000)
  print({ runId })
  await clock.advance(39_999)
  expect(live.getView()).toHaveLength(1)
  await clock.advance(1)
  expect(live.getView()).toEqual([])
})

it('is told at most every 100 ms, in frames that fit, without a letter lost', async () => {
  const clock = new FakeClock()
  const frames: { from: number; text: string; tests?: unknown[] }[] = []
  const printer = new RunPrinter(clock, (frame) => frames.push(frame))
  printer.start()
  expect(frames).toEqual([{ from: 0, text: '' }])
  const long = 'x'.repeat(maximumPrintedChunk + 10)
  printer.write('one ')
  printer.write('two ')
  printer.write(long)
  printer.report([{ name: 'adds', passed: true, message: '' }])
  expect(frames).toHaveLength(1)
  await clock.advance(100)
  expect(frames).toHaveLength(2)
  expect(frames[1]?.tests).toHaveLength(1)
  await clock.advance(99)
  expect(frames).toHaveLength(2)
  await clock.advance(1)
  expect(frames).toHaveLength(3)
  expect(frames.map(({ text }) => text).join('')).toBe(`one two ${long}`)
  expect(frames[2]?.from).toBe(maximumPrintedChunk)
  // More than a frame should carry is left to the record.
  const message = 'x'.repeat(1_000)
  printer.report(Array.from({ length: 60 }, () => ({ name: 'adds', passed: false, message })))
  await clock.advance(100)
  expect(frames).toHaveLength(3)
  // A silent program tells that it runs; one that has ended says nothing.
  await clock.advance(15_000)
  expect(frames[3]).toEqual({ from: long.length + 8, text: '' })
  printer.write('more')
  printer.end()
  printer.write('and more')
  await clock.advance(maximumRunOutput)
  expect(frames).toHaveLength(4)
})
