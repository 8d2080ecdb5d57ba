import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { toBase64 } from '@/contracts/base64'
import { textName } from '@/contracts/documents'
import type { ClientEventName } from '@/contracts/realtime'
import { db } from '@/db/client'
import { membership, message, roomEvent } from '@/db/schema'
import { endSession } from '@/domain/accounts/end-session'
import type { Actor } from '@/domain/actor'
import { createDocument } from '@/domain/documents/create-document'
import { addMark } from '@/domain/marks/add-mark'
import { revoke } from '@/domain/publish'
import { createReminder } from '@/domain/reminders/create-reminder'
import { sendMessage } from '@/domain/rooms/send-message'
import { recordRun } from '@/domain/runs/record-run'
import { createTask } from '@/domain/tasks/create-task'
import { saveVersion } from '@/domain/versions/save-version'
import { createServer, type RealtimeProcess } from '@/server/create-server'
import { addMember, createPerson, createProject } from '../support/factories'
import {
  type Answer,
  ask,
  connect,
  cookieOf,
  openSocket,
  type TestSocket,
  until,
} from '../support/realtime'

/*
 * Every client event, by everybody who may not: the table is total, so a new event without a row does
 * not compile.
 */
type Place = {
  roomId: string
  messageId: string
  threadId: string
  documentId: string
  runId: string
  versionId: string
  markId: string
  taskId: string
  /** The member's own. */
  reminderId: string
  /** Somebody else on the team. */
  personId: string
}
const valid: Record<ClientEventName, (place: Place) => object> = {
  'room:join': ({ roomId }) => ({ roomId, afterSeq: 0 }),
  'rooms:join': ({ roomId }) => ({ rooms: [{ roomId, afterSeq: 0 }] }),
  'room:leave': ({ roomId }) => ({ roomId }),
  'room:read': ({ roomId }) => ({ roomId, seq: 1 }),
  'room:mark-unread': ({ roomId, messageId }) => ({ roomId, messageId }),
  'room:load': ({ roomId }) => ({ roomId, beforeSeq: 100 }),
  'draft:save': ({ roomId }) => ({ roomId, body: 'Secret draft', version: 0 }),
  'room:standing': ({ roomId }) => ({ roomId }),
  'room:slow': ({ roomId }) => ({ roomId, seconds: 5 }),
  'member:mute': ({ roomId, personId }) => ({ roomId, personId, minutes: 10, reason: 'Spam' }),
  'member:unmute': ({ roomId, personId }) => ({ roomId, personId }),
  'member:list-muted': ({ roomId }) => ({ roomId }),
  'message:report': ({ roomId, messageId }) => ({ roomId, messageId, reason: 'spam' }),
  'message:search': ({ roomId }) => ({ roomId, query: 'secret' }),
  'message:send': ({ roomId }) => ({ roomId, clientId: randomUUID(), body: 'Hi' }),
  'message:edit': (place) => ({ ...place, body: `Edited ${randomUUID()}` }),
  'message:delete': (place) => place,
  'message:restore': (place) => place,
  'message:versions': (place) => place,
  'message:pin': (place) => place,
  'message:unpin': (place) => place,
  'pin:list': ({ roomId }) => ({ roomId }),
  'thread:load': ({ roomId, threadId }) => ({ roomId, threadId, beforeSeq: 1_000 }),
  'thread:list': ({ roomId }) => ({ roomId }),
  'thread:read': ({ roomId, threadId }) => ({ roomId, threadId, seq: 1_000 }),
  'reaction:add': (place) => ({ ...place, emoji: '👍' }),
  'reaction:remove': (place) => ({ ...place, emoji: '👍' }),
  'poll:vote': (place) => ({ ...place, choices: [0] }),
  'poll:close': (place) => place,
  'document:create': ({ roomId }) => ({
    roomId,
    documentId: randomUUID(),
    path: `${randomUUID()}.md`,
    text: 'New',
  }),
  'document:move': ({ roomId, documentId }) => ({ roomId, documentId, path: 'moved.md' }),
  'document:open': ({ roomId, documentId }) => ({
    roomId,
    documentId,
    stateVector: Y.encodeStateVector(new Y.Doc()),
  }),
  'document:update': ({ roomId, documentId }) => ({
    roomId,
    documentId,
    update: toBase64(typed('More')),
  }),
  'cursor:move': ({ roomId, documentId }) => ({ roomId, documentId, state: cursorAt(3) }),
  'document:close': ({ roomId, documentId }) => ({ roomId, documentId }),
  'run:record': ({ roomId, documentId }) => ({
    roomId,
    runId: randomUUID(),
    documentId,
    language: 'python',
    outcome: 'passed',
    durationMs: 12,
    output: 'Secret output',
  }),
  'run:open': ({ roomId, runId }) => ({ roomId, runId }),
  'run:get': ({ roomId, runId }) => ({ roomId, runId }),
  'run:print': ({ roomId, documentId }) => ({
    roomId,
    documentId,
    runId: randomUUID(),
    language: 'python',
    from: 0,
    text: 'Secret output',
  }),
  'wheel:turn': ({ roomId }) => ({ roomId, act: 'release' }),
  'wheel:balance': ({ roomId }) => ({ roomId }),
  'version:save': ({ roomId }) => ({ roomId, versionId: randomUUID(), name: 'Secret version' }),
  'version:name': ({ roomId, versionId }) => ({ roomId, versionId, name: 'Renamed' }),
  'version:list': ({ roomId }) => ({ roomId, beforeSeq: 1_000 }),
  'version:open': ({ roomId, versionId }) => ({ roomId, versionId }),
  'version:read': ({ roomId, versionId, documentId }) => ({ roomId, versionId, documentId }),
  'version:restore': ({ roomId, versionId }) => ({ roomId, versionId, documentId: null }),
  'version:authors': ({ roomId }) => ({ roomId }),
  'mark:add': ({ roomId, documentId }) => ({
    roomId,
    documentId,
    markId: randomUUID(),
    from: { item: null, assoc: 0 },
    to: { item: null, assoc: -1 },
    quote: 'Secret code',
    body: 'Secret question',
  }),
  'mark:get': ({ roomId, markId }) => ({ roomId, markId }),
  'mark:resolve': ({ roomId, markId }) => ({ roomId, markId }),
  'mark:reopen': ({ roomId, markId }) => ({ roomId, markId }),
  'mark:delete': ({ roomId, markId }) => ({ roomId, markId }),
  'task:create': ({ roomId }) => ({ roomId, taskId: randomUUID(), title: 'Secret task' }),
  'task:change': ({ roomId, taskId }) => ({ roomId, taskId, state: 'doing' }),
  'task:delete': ({ roomId, taskId }) => ({ roomId, taskId }),
  'reminder:create': ({ roomId, messageId }) => ({
    roomId,
    messageId,
    reminderId: randomUUID(),
    note: 'Secret note',
    dueAt: inAnHour(),
  }),
  'reminder:list': ({ roomId }) => ({ roomId }),
  'reminder:get': ({ reminderId }) => ({ reminderId }),
  'reminder:cancel': ({ reminderId }) => ({ reminderId }),
  'document:delete': ({ roomId, documentId }) => ({ roomId, documentId }),
  'document:restore': ({ roomId, documentId }) => ({ roomId, documentId }),
  'typing:start': ({ roomId }) => ({ roomId }),
  'presence:set': () => ({ away: true }),
}
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString()
/** What somebody typed into an empty editor, as Yjs encodes it. */
function typed(text: string) {
  const doc = new Y.Doc()
  doc.getText(textName).insert(0, text)
  return Y.encodeStateAsUpdate(doc)
}
function cursorAt(index: number) {
  const awareness = new Awareness(new Y.Doc())
  awareness.setLocalState({ cursor: { anchor: index, head: index } })
  const state = encodeAwarenessUpdate(awareness, [awareness.clientID])
  awareness.destroy()
  return state
}
const events = Object.keys(valid) as ClientEventName[]
/** Not answered by a refusal: leaving where one never was is nothing, and hints are never answered. */
const unanswered: ClientEventName[] = [
  'room:leave',
  'document:close',
  'typing:start',
  'presence:set',
  'cursor:move',
  'run:print',
]
/** For those who keep order; the last one for whoever did not write the message. */
const forOwner: ClientEventName[] = [
  'room:slow',
  'member:mute',
  'member:unmute',
  'member:list-muted',
  'message:report',
]
/** About what is a person's own, and stays theirs without the room. */
const ofOwn: ClientEventName[] = ['reminder:get', 'reminder:cancel']
/** What whoever is muted still may: to read, to take back what is theirs, to be reminded, and to report. */
const forMuted: ClientEventName[] = [
  'room:join',
  'rooms:join',
  'room:read',
  'room:mark-unread',
  'room:load',
  'message:search',
  'draft:save',
  'room:standing',
  'message:search',
  'message:delete',
  'message:versions',
  'pin:list',
  'thread:load',
  'thread:list',
  'thread:read',
  'document:open',
  'run:open',
  'run:get',
  'wheel:balance',
  'version:list',
  'version:open',
  'version:read',
  'version:authors',
  'mark:get',
  'reminder:create',
  'reminder:list',
  ...ofOwn,
]
const silent: ClientEventName[] = ['typing:start', 'presence:set', 'cursor:move', 'run:print']
const order: ClientEventName[] = [
  ...events.filter((name) => name !== 'message:delete' && name !== 'message:restore'),
  'message:delete',
  'message:restore',
]

let server: RealtimeProcess
let url: string
beforeAll(async () => {
  server = await createServer({ port: 0, log: pino({ level: 'silent' }) })
  url = `http://localhost:${server.port}`
})
afterAll(() => server.close())

async function setUp() {
  const [owner, member, outsider, colleague] = await Promise.all([
    createPerson(),
    createPerson(),
    createPerson(),
    createPerson(),
  ])
  const project = await createProject(owner)
  await addMember(project.id, member)
  await addMember(project.id, colleague)
  const { roomId } = project
  const poll = { options: ['Secret one', 'Secret other'], multiple: false }
  const input = { roomId, clientId: randomUUID(), body: 'Secret plan', replyToId: null, poll }
  const { event } = await sendMessage(member, input)
  if (event.kind !== 'message:created') throw new Error(event.kind)
  const documentId = randomUUID()
  const file = { roomId, documentId, path: `${documentId}.py`, text: 'Secret code' }
  await createDocument(member, file)
  const runId = randomUUID()
  const ran = { language: 'python', outcome: 'passed', durationMs: 1 } as const
  const said = { input: '', output: 'Secret output', tests: [] }
  await recordRun(member, { roomId, documentId, runId, ...ran, ...said })
  const [versionId, markId, taskId] = [randomUUID(), randomUUID(), randomUUID()]
  const reminderId = randomUUID()
  const own = { reminderId, note: 'Secret note', dueAt: inAnHour() }
  await createReminder(member, { roomId, messageId: event.message.id, ...own })
  const anchors = { from: { item: null, assoc: 0 }, to: { item: null, assoc: -1 } }
  const asked = { ...anchors, quote: 'Secret code', body: 'Secret question' }
  await addMark(member, { roomId, documentId, markId, ...asked })
  await createTask(member, { roomId, taskId, title: 'Secret task', markId })
  await saveVersion(member, { roomId, versionId, name: 'Secret version' })
  const place = {
    roomId,
    messageId: event.message.id,
    threadId: event.message.id,
    documentId,
    runId,
    versionId,
    markId,
    taskId,
    reminderId,
    personId: colleague.personId,
  }
  return { owner, member, outsider, project, place }
}
const countEvents = async (roomId: string) =>
  (await db().select().from(roomEvent).where(eq(roomEvent.roomId, roomId))).length

/** Sends every event and a last one that is answered, so that what is unanswered has been handled too. */
async function tryAll(socket: TestSocket, place: Place): Promise<Map<ClientEventName, Answer>> {
  const answers = new Map<ClientEventName, Answer>()
  for (const event of order) {
    if (silent.includes(event)) socket.emit(event, valid[event](place))
    else {
      const answer = await ask(socket, event, valid[event](place))
      // Of several rooms each has an answer of its own.
      answers.set(event, event === 'rooms:join' ? answer.rooms[0] : answer)
    }
  }
  await ask(socket, 'room:leave', { roomId: randomUUID() })
  return answers
}
async function remove(projectId: string, roomId: string, { personId }: Actor) {
  await db().transaction(async (tx) => {
    await tx
      .update(membership)
      .set({ status: 'removed', endedAt: new Date() })
      .where(and(eq(membership.projectId, projectId), eq(membership.personId, personId)))
    await revoke(tx, { roomId, personId })
  })
}

describe('who may', () => {
  it('is a member: every event is answered with ok', async () => {
    const { owner, member, place } = await setUp()
    const [socket, lead] = await Promise.all([connect(url, member), connect(url, owner)])
    for (const event of forOwner) {
      expect([event, (await ask(lead, event, valid[event](place))).ok]).toEqual([event, true])
      if (event === 'room:slow') await ask(lead, event, { roomId: place.roomId, seconds: 0 })
      const answer = await ask(socket, event, valid[event](place))
      const code = event === 'message:report' ? 'Invalid' : 'Forbidden'
      expect([event, answer.ok, answer.code]).toEqual([event, false, code])
    }
    for (const [event, answer] of await tryAll(socket, place))
      if (!forOwner.includes(event))
        expect([event, answer.ok, answer.message]).toEqual([event, true, undefined])
    socket.close()
    lead.close()
  })

  it('is nobody who is muted: they read on, and nothing else of theirs gets in', async () => {
    const { owner, member, place } = await setUp()
    const [socket, inside] = await Promise.all([connect(url, member), connect(url, owner)])
    const hints: unknown[] = []
    inside.on('typing:started', (typing) => hints.push(typing))
    inside.on('run:printed', (printed) => hints.push(printed))
    const told: unknown[] = []
    socket.on('seat:changed', (seat) => told.push(seat))
    for (const each of [socket, inside])
      await ask(each, 'room:join', { roomId: place.roomId, afterSeq: 0 })
    const mute = { roomId: place.roomId, personId: member.personId, minutes: 10, reason: 'Spam' }
    await ask(inside, 'member:mute', mute)
    await until('they are told', () => told.length === 1)
    expect(await ask(socket, 'room:standing', place)).toMatchObject({
      standing: { muted: { reason: 'Spam' } },
    })
    const before = await countEvents(place.roomId)
    for (const [event, answer] of await tryAll(socket, place)) {
      if (unanswered.includes(event) || event === 'message:report') continue
      const may = forMuted.includes(event)
      expect([event, answer.ok]).toEqual([event, may])
      if (!may) expect([event, answer.code]).toEqual([event, 'Forbidden'])
    }
    // Their own message, deleted.
    expect(await countEvents(place.roomId)).toBe(before + 1)
    await ask(inside, 'message:send', valid['message:send'](place))
    expect(hints).toEqual([])
    await ask(inside, 'member:unmute', mute)
    expect(await ask(socket, 'message:send', valid['message:send'](place))).toMatchObject({
      ok: true,
    })
    for (const each of [socket, inside]) each.close()
  })

  it('is no outsider: every event is refused, nothing is stored, nothing is heard', async () => {
    const { owner, outsider, place } = await setUp()
    const [inside, outside] = await Promise.all([connect(url, owner), connect(url, outsider)])
    const heard: string[] = []
    outside.onAny((event) => heard.push(event))
    const hints: unknown[] = []
    inside.on('typing:started', (typing) => hints.push(typing))
    inside.on('cursor:moved', (cursor) => hints.push(cursor))
    inside.on('run:printed', (printed) => hints.push(printed))
    await ask(inside, 'room:join', { roomId: place.roomId, afterSeq: 0 })
    const before = await countEvents(place.roomId)
    for (const [event, answer] of await tryAll(outside, place)) {
      if (unanswered.includes(event)) continue
      expect([event, answer.ok, answer.code]).toEqual([event, false, 'NotFound'])
      expect(JSON.stringify(answer)).not.toContain('Secret')
    }
    await ask(inside, 'message:send', { ...valid['message:send'](place) })
    await ask(outside, 'room:leave', { roomId: place.roomId })
    expect(await countEvents(place.roomId)).toBe(before + 1)
    expect([heard, hints]).toEqual([[], []])
    inside.close()
    outside.close()
  })

  it('is nobody with the right ids in a room of their own', async () => {
    const { outsider, place } = await setUp()
    const { roomId } = await createProject(outsider)
    const own = { roomId, documentId: randomUUID(), path: 'own.py', text: '' }
    await createDocument(outsider, own)
    const socket = await connect(url, outsider)
    await ask(socket, 'room:join', { roomId, afterSeq: 0 })
    const before = await countEvents(place.roomId)
    // Everything that names a thing of a room, asked for through another room.
    const things = Object.entries(place).filter(([name]) => name !== 'roomId')
    for (const event of order) {
      const input: Record<string, unknown> = { ...valid[event]({ ...place, roomId }) }
      if (unanswered.includes(event) || !things.some(([name, id]) => input[name] === id)) continue
      const answer = await ask(socket, event, input)
      expect([event, answer.ok, answer.code]).toEqual([event, false, 'NotFound'])
      expect(JSON.stringify(answer)).not.toContain('Secret')
    }
    // What clients choose the ids of, under an id that something of the other room has.
    const chosen = {
      'document:create': 'documentId',
      'run:record': 'runId',
      'version:save': 'versionId',
      'mark:add': 'markId',
      'task:create': 'taskId',
      'reminder:create': 'reminderId',
    } as const
    for (const [event, name] of Object.entries(chosen) as [keyof typeof chosen, keyof Place][]) {
      const input = { ...valid[event]({ ...place, roomId, documentId: own.documentId }) }
      const answer = await ask(socket, event, { ...input, [name]: place[name] })
      expect([event, answer.ok, answer.code]).toEqual([event, false, 'Conflict'])
    }
    const taskId = randomUUID()
    expect(await ask(socket, 'task:create', { roomId, taskId, title: 'Own' })).toMatchObject({
      ok: true,
    })
    for (const changed of [
      { assigneeId: randomUUID() },
      { assigneeId: (await createPerson()).personId },
    ])
      expect(await ask(socket, 'task:change', { roomId, taskId, ...changed })).toMatchObject({
        code: 'Conflict',
      })
    const { markId } = place
    const made = { roomId, taskId: randomUUID(), title: 'Of their mark', markId }
    expect(await ask(socket, 'task:create', made)).toMatchObject({ code: 'NotFound' })
    expect(await countEvents(place.roomId)).toBe(before)
    socket.close()
  })

  it('is no removed member: the seat closes in every tab, and every event is refused', async () => {
    const { owner, member, project, place } = await setUp()
    const tabs = await Promise.all([connect(url, member), connect(url, member)])
    const inside = await connect(url, owner)
    const hints: unknown[] = []
    inside.on('typing:started', (typing) => hints.push(typing))
    inside.on('cursor:moved', (cursor) => hints.push(cursor))
    inside.on('run:printed', (printed) => hints.push(printed))
    const closed: unknown[] = []
    const heard: unknown[] = []
    for (const tab of tabs) {
      tab.on('room:closed', (closing) => closed.push(closing))
      await ask(tab, 'room:join', { roomId: place.roomId, afterSeq: 0 })
    }
    await ask(inside, 'room:join', { roomId: place.roomId, afterSeq: 0 })
    await remove(project.id, place.roomId, member)
    await until('both tabs are closed', () => closed.length === 2)
    for (const tab of tabs) tab.on('room:advanced', (batch) => heard.push(batch))
    await ask(inside, 'message:send', valid['message:send'](place))
    const before = await countEvents(place.roomId)
    for (const tab of tabs)
      for (const [event, answer] of await tryAll(tab, place))
        if (!unanswered.includes(event) && !ofOwn.includes(event))
          expect([event, answer.ok, answer.code]).toEqual([event, false, 'NotFound'])
        else expect(JSON.stringify(answer ?? null)).not.toContain('Secret plan')
    expect(await countEvents(place.roomId)).toBe(before)
    expect([heard, hints]).toEqual([[], []])
    for (const socket of [...tabs, inside]) socket.close()
  })

  it('is nobody signed out: there is no connection to send an event on', async () => {
    const { member, place } = await setUp()
    const forged = { personId: member.personId, sessionId: randomUUID() }
    for (const cookie of ['', 'next-auth.session-token=nonsense', await cookieOf(forged)]) {
      const socket = openSocket(url, cookie ? { cookie } : {})
      const refused = new Promise<Error>((resolve) => socket.once('connect_error', resolve))
      const answers: unknown[] = []
      for (const event of order)
        socket.emit(event, valid[event](place), (answer: unknown) => answers.push(answer))
      expect((await refused).message).toBe('unauthorised')
      expect(answers).toEqual([])
      socket.close()
    }
    const [row] = await db().select().from(message).where(eq(message.id, place.messageId))
    expect(row?.body).toBe('Secret plan')
  })

  it('is no ended session: its sockets are cut, and do not come back', async () => {
    const { owner, member, place } = await setUp()
    const [socket, inside] = await Promise.all([connect(url, member), connect(url, owner)])
    await ask(socket, 'room:join', { roomId: place.roomId, afterSeq: 0 })
    await ask(inside, 'room:join', { roomId: place.roomId, afterSeq: 0 })
    let told = false
    socket.once('session:ended', () => {
      told = true
    })
    await endSession(member, { sessionId: member.sessionId })
    await until('the socket is cut', () => !socket.connected)
    expect([told, socket.active]).toEqual([true, false])
    const before = await countEvents(place.roomId)
    for (const event of order)
      await expect(
        socket.timeout(50).emitWithAck(event, valid[event](place)),
        event,
      ).rejects.toThrow()
    const again = openSocket(url, { cookie: await cookieOf(member) })
    const error = await new Promise<Error>((resolve) => again.once('connect_error', resolve))
    expect(error.message).toBe('unauthorised')
    expect(await countEvents(place.roomId)).toBe(before)
    for (const each of [socket, again, inside]) each.close()
  })
})

describe('what may come in', () => {
  const deep = (depth: number) => {
    let value: unknown = 1
    for (let at = 0; at < depth; at++) value = [value]
    return value
  }
  const nonsense: unknown[] = [
    undefined,
    null,
    0,
    'text',
    [],
    {},
    {
      roomId: 'no uuid',
      messageId: {},
      clientId: 7,
      body: [],
      seq: -1,
      afterSeq: 'x',
      beforeSeq: 0.5,
    },
    { roomId: { $ne: null } },
    JSON.parse(
      '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}',
    ),
    { roomId: "'; drop table message; --" },
    { roomId: [randomUUID()], seq: Number.MAX_VALUE, afterSeq: 1e300 },
    deep(2_000),
    Buffer.from([0, 255, 1]),
    { roomId: 'x'.repeat(100_000) },
  ]

  it('is parsed: nonsense on every event is answered, and changes nothing', async () => {
    const { member, place } = await setUp()
    const before = await countEvents(place.roomId)
    for (const event of order) {
      // One each: a socket's events are limited.
      const each = await connect(url, member)
      for (const input of nonsense) {
        if (silent.includes(event)) each.emit(event, input)
        else expect(await ask(each, event, input)).toMatchObject({ ok: false, code: 'Invalid' })
      }
      each.close()
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
    expect(await countEvents(place.roomId)).toBe(before)
    const socket = await connect(url, member)
    expect(await ask(socket, 'room:join', { roomId: place.roomId, afterSeq: 0 })).toMatchObject({
      ok: true,
    })
    socket.close()
  })

  it('is text: what PostgreSQL cannot store is left out or refused, on every event', async () => {
    const { member, place } = await setUp()
    const words = new Set(
      'path text body quote name title note output input message stepId'.split(' '),
    )
    const isId = (value: string) =>
      Object.values(place).includes(value) || /^[\da-f-]{36}$/.test(value)
    const poison = (value: unknown, key: string, by: string): unknown => {
      if (Array.isArray(value)) return value.map((one) => poison(one, key, by))
      if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value))
        return Object.fromEntries(
          Object.entries(value).map(([name, one]) => [name, poison(one, name, by)]),
        )
      return typeof value === 'string' && words.has(key) && !isId(value) ? `${value}${by}` : value
    }
    const test = { name: 'adds', passed: false, message: 'no' }
    const more: Partial<Record<ClientEventName, object>> = {
      'run:record': { input: 'in', tests: [test] },
      'run:print': { tests: [test] },
      'task:change': { title: 'Other', stepId: 'git' },
    }
    for (const by of ['\u0000', '\ud800', '\udc00\ud800', '\u202e\u2028\u0007']) {
      const socket = await connect(url, member)
      await ask(socket, 'room:join', { roomId: place.roomId, afterSeq: 0 })
      for (const event of order.filter((name) => !/leave|delete/.test(name))) {
        const input = poison({ ...valid[event](place), ...more[event] }, '', by)
        if (silent.includes(event)) socket.emit(event, input)
        else {
          const { code } = await ask(socket, event, input)
          expect([event, by, code]).toEqual([event, by, code === 'Unknown' ? 'not Unknown' : code])
        }
      }
      socket.close()
    }
    // And all of it can be read again.
    const socket = await connect(url, member)
    const input = { roomId: place.roomId, afterSeq: 0 }
    expect(await ask(socket, 'room:join', input)).toMatchObject({ ok: true })
    socket.close()
  })

  it('is a packet: broken ones close their own socket at most', async () => {
    const { member, owner, place } = await setUp()
    const other = await connect(url, owner)
    const { roomId } = place
    for (const packet of [
      '',
      '2',
      '2[',
      '2[]',
      '2{}',
      '2["message:send"',
      '2[null,{}]',
      '2["disconnect"]',
      '2["connect_error",{}]',
      '2["toString",{},1]',
      '2["__proto__",{}]',
      '21["__proto__",{}]',
      '299999999999999999999["room:leave",{}]',
      '2/nowhere,["room:leave",{}]',
      '0/nowhere,',
      '0',
      '1',
      '3["an ack nobody asked for"]',
      '399["an ack nobody asked for"]',
      '451-["message:send",{"_placeholder":true,"num":0}]',
      '599999-["message:send",{"_placeholder":true,"num":7}]',
      '51-["message:send",{"_placeholder":true,"num":-1}]',
      '9',
      'x'.repeat(50_000),
      `2${'['.repeat(50_000)}`,
      `21["room:leave",${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}]`,
    ]) {
      const socket = await connect(url, member)
      socket.io.engine.write(packet)
      // Answered, cut, or (having said goodbye itself) never heard of again.
      const cut = new Promise((resolve) => socket.once('disconnect', resolve))
      const answered = socket.timeout(300).emitWithAck('room:leave', { roomId })
      await Promise.race([answered.catch(() => {}), cut])
      socket.close()
      expect(await ask(other, 'room:leave', { roomId }), packet.slice(0, 40)).toEqual({ ok: true })
    }
    other.close()
  })

  it('needs a callback that can be called', async () => {
    const { member, place } = await setUp()
    const socket = await connect(url, member)
    const before = await countEvents(place.roomId)
    for (const event of order) {
      socket.emit(event)
      socket.emit(event, valid[event](place))
      socket.emit(event, valid[event](place), 'not a function')
      socket.emit(event, valid[event](place), { call: 1 }, null)
    }
    expect(await ask(socket, 'room:leave', { roomId: place.roomId })).toEqual({ ok: true })
    expect(await countEvents(place.roomId)).toBe(before)
    socket.close()
  })

  it('says clearly that a message is too long, and closes only on what is monstrous', async () => {
    const { member, owner, place } = await setUp()
    const [socket, other] = await Promise.all([connect(url, member), connect(url, owner)])
    const send = (body: string) =>
      ask(socket, 'message:send', { roomId: place.roomId, clientId: randomUUID(), body })
    expect(await send('👩‍💻'.repeat(1_600))).toMatchObject({ ok: true })
    expect(await send('x'.repeat(8_001))).toMatchObject({
      code: 'Invalid',
      message: 'Keep a message to 8,000 characters.',
    })
    expect(await send('   ')).toMatchObject({ code: 'Invalid', message: 'Write something first.' })
    expect(await send('nul \u0000')).toMatchObject({ code: 'Invalid' })
    const cut = new Promise((resolve) => socket.once('disconnect', resolve))
    socket.emit('message:send', { body: 'x'.repeat(2_000_000) })
    await cut
    expect(await ask(other, 'room:leave', { roomId: place.roomId })).toEqual({ ok: true })
    socket.close()
    other.close()
  })
})
