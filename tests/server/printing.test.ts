import { randomUUID } from 'node:crypto'
import pino from 'pino'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { maximumPrintedChunk, maximumRunOutput, type PrintRunInput } from '@/contracts/documents'
import type { ServerEvents } from '@/contracts/realtime'
import type { Actor } from '@/domain/actor'
import { deleteDocument } from '@/domain/documents/delete-document'
import { removeMember } from '@/domain/teams/remove-member'
import { createServer, type RealtimeProcess } from '@/server/create-server'
import { createPrintingLimit } from '@/server/handle-printing'
import { createFile } from '../support/documents'
import { addMember, createPerson, createProject } from '../support/factories'
import { ask, connect, hear, type TestSocket, until } from '../support/realtime'

let server: RealtimeProcess
let url: string
beforeAll(async () => {
  server = await createServer({ port: 0, log: pino({ level: 'silent' }) })
  url = `http://localhost:${server.port}`
})
afterAll(() => server.close())
const sockets: TestSocket[] = []
afterEach(() => {
  vi.useRealTimers()
  for (const socket of sockets.splice(0)) socket.close()
})

type Printed = Parameters<ServerEvents['run:printed']>[0]
async function enter(actor: Actor, roomId: string) {
  const socket = await connect(url, actor)
  sockets.push(socket)
  const heard: Printed[] = []
  socket.on('run:printed', (printed) => heard.push(printed))
  const joined = await ask(socket, 'room:join', { roomId, afterSeq: 0 })
  return { socket, heard, joined }
}
async function setUp() {
  const [owner, member, outsider] = await Promise.all([
    createPerson(),
    createPerson(),
    createPerson(),
  ])
  const project = await createProject(owner)
  await addMember(project.id, member)
  const { roomId } = project
  const { documentId } = await createFile(owner, roomId, 'print(1)')
  const frame = (changes: Partial<PrintRunInput> = {}): PrintRunInput => ({
    ...{ roomId, documentId, runId: randomUUID(), language: 'python', from: 0, text: 'one' },
    ...changes,
  })
  return { owner, member, outsider, project, roomId, documentId, frame }
}
/** Answered after everything before it was handled, and what that said has arrived everywhere. */
async function passed(sender: TestSocket, ...others: TestSocket[]) {
  for (const socket of [sender, ...others])
    await ask(socket, 'room:leave', { roomId: randomUUID() })
}

it('tells everybody else in the room, in order, in the sender’s own name', async () => {
  const { owner, member, roomId, frame } = await setUp()
  const [one, two] = [await enter(owner, roomId), await enter(member, roomId)]
  const runId = randomUUID()
  const tests = [{ name: 'adds', passed: true, message: '' }]
  const frames = [
    frame({ runId, text: '' }),
    frame({ runId, text: 'one' }),
    frame({ runId, from: 3, text: 'two', tests }),
  ]
  // One after the other: what comes while the network is busy may be dropped.
  for (const [at, each] of frames.entries()) {
    one.socket.emit('run:print', { ...each, personId: member.personId, extra: 'dropped' })
    await until('it was heard', () => two.heard.length === at + 1)
  }
  expect(two.heard).toEqual(frames.map((each) => ({ ...each, personId: owner.personId })))
  await passed(one.socket, two.socket)
  expect(one.heard).toEqual([])
})

it('passes on nothing without the room, of no file of it, and nothing that cannot be understood', async () => {
  const { owner, member, outsider, roomId, documentId, frame } = await setUp()
  const elsewhere = await createProject(outsider)
  const foreign = await createFile(outsider, elsewhere.roomId)
  const deleted = await createFile(owner, roomId)
  await deleteDocument(owner, { roomId, documentId: deleted.documentId })
  const two = await enter(member, roomId)
  const inside = await enter(owner, roomId)
  const stranger = await enter(outsider, roomId)
  expect(stranger.joined.ok).toBe(false)
  await ask(stranger.socket, 'room:join', { roomId: elsewhere.roomId, afterSeq: 0 })
  stranger.socket.emit('run:print', frame())
  stranger.socket.emit('run:print', frame({ documentId: foreign.documentId }))
  // A member of the team whose page is not in the room.
  const outside = await connect(url, owner)
  sockets.push(outside)
  outside.emit('run:print', frame())
  for (const wrong of [
    frame({ documentId: foreign.documentId }),
    frame({ documentId: deleted.documentId }),
    frame({ documentId: randomUUID() }),
    frame({ roomId: elsewhere.roomId }),
    { ...frame(), text: 'x'.repeat(maximumPrintedChunk + 1) },
    { ...frame(), from: -1 },
    { ...frame(), language: 'brainfuck' },
    null,
    'text',
    undefined,
  ])
    inside.socket.emit('run:print', wrong)
  // Hints are not answered, and an answer that is asked for never comes.
  inside.socket.emit('run:print', frame({ text: 'last' }), () => {
    throw new Error('answered')
  })
  await until('the good one was heard', () => two.heard.length > 0)
  await passed(inside.socket, stranger.socket, outside, two.socket)
  expect(two.heard.map(({ text }) => text)).toEqual(['last'])
  expect(two.heard[0]?.documentId).toBe(documentId)
  expect(stranger.heard).toEqual([])
})

it('ends with the seat', async () => {
  const { owner, member, project, roomId, frame } = await setUp()
  const [one, two] = [await enter(owner, roomId), await enter(member, roomId)]
  two.socket.emit('run:print', frame({ text: 'before' }))
  await until('it was heard', () => one.heard.length === 1)
  const closed = hear(two.socket, 'room:closed')
  await removeMember(owner, { projectId: project.id, personId: member.personId })
  await closed
  two.socket.emit('run:print', frame({ text: 'after' }))
  one.socket.emit('run:print', frame({ text: 'secret' }))
  await passed(two.socket, one.socket)
  expect(one.heard.map(({ text }) => text)).toEqual(['before'])
  expect(two.heard).toEqual([])
})

it('is bounded: frames and characters of a socket, and what one run prints in all', async () => {
  const { frame } = await setUp()
  let now = 0
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now)
  const within = createPrintingLimit()
  const count = (of: PrintRunInput[]) => of.filter(within).length
  expect(count(Array.from({ length: 30 }, () => frame({ text: '' })))).toBe(20)
  now += 1_001
  const runId = randomUUID()
  const chunk = frame({ runId, text: 'x'.repeat(maximumPrintedChunk) })
  const fits = maximumRunOutput / maximumPrintedChunk
  expect(count(Array.from({ length: 10 }, () => chunk))).toBe(fits)
  now += 1_001
  expect(within(frame({ runId, text: 'more' }))).toBe(false)
  expect(within(frame())).toBe(true)
  now += 1_001
  const message = 'x'.repeat(1_000)
  const tests = Array.from({ length: 60 }, () => ({ name: 'adds', passed: false, message }))
  expect(count([frame({ tests }), frame({ tests })])).toBe(1)
  clock.mockRestore()
})
