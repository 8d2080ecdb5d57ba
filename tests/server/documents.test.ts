import { randomUUID } from 'node:crypto'
import { asc, eq, sql } from 'drizzle-orm'
import pino from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { toBase64 } from '@/contracts/base64'
import { maximumUpdateBytes, textName } from '@/contracts/documents'
import { db } from '@/db/client'
import { documentUpdate } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { removeMember } from '@/domain/teams/remove-member'
import { createServer, type RealtimeProcess } from '@/server/create-server'
import {
  append,
  change,
  createFile,
  edit,
  emptyStateVector,
  type File,
  openFile,
  textOf,
  typeIn,
} from '../support/documents'
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
  for (const socket of sockets.splice(0)) socket.close()
})
async function open(actor: Actor) {
  const socket = await connect(url, actor)
  sockets.push(socket)
  return socket
}
async function setUp(text = '') {
  const [owner, member, outsider] = await Promise.all([
    createPerson(),
    createPerson(),
    createPerson(),
  ])
  const project = await createProject(owner)
  await addMember(project.id, member)
  const file = await createFile(owner, project.roomId, text)
  return { owner, member, outsider, project, file }
}
const storedText = async (actor: Actor, file: File) => textOf(await openFile(actor, file))
const rowsOf = ({ documentId }: File) =>
  db()
    .select()
    .from(documentUpdate)
    .where(eq(documentUpdate.documentId, documentId))
    .orderBy(asc(documentUpdate.seq))

describe('two people in one file', () => {
  it('read the same, and what was acknowledged is what a reload shows', async () => {
    const { owner, member, file } = await setUp('begin ')
    const [one, two] = [await edit(await open(owner), file), await edit(await open(member), file)]
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, at) => (at % 2 ? one : two).type(`${at} `)),
    )
    expect(answers.map(({ ok, message }) => [ok, message])).toEqual(
      answers.map(() => [true, undefined]),
    )
    const stored = await storedText(owner, file)
    for (let at = 0; at < 40; at++) expect(stored).toContain(`${at} `)
    await until('both read it', () => textOf(one.doc) === stored && textOf(two.doc) === stored)
    // What waited of one sender was stored together; every number was told once, and none left out.
    const rows = await rowsOf(file)
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, at) => at + 1))
    await until('all arrived', () => new Set(one.arrived).size === rows.length - 1)
  })

  it('learn that an update is there while PostgreSQL keeps it waiting, and then that it is stored', async () => {
    const { owner, file } = await setUp('begin ')
    const socket = await open(owner)
    const one = await edit(socket, file)
    const told = hear(socket, 'document:received')
    let answered = false
    const typed = await db().transaction(async (tx) => {
      await tx.execute(sql`select from document where id = ${file.documentId} for update`)
      const storing = one.type('slow').then((answer) => {
        answered = true
        return answer
      })
      expect(await told).toEqual({ documentId: file.documentId })
      expect(answered).toBe(false)
      return { storing }
    })
    expect(await typed.storing).toMatchObject({ ok: true })
    expect(await storedText(owner, file)).toBe('begin slow')
  })

  it('catch up by state vector after being away, in both directions', async () => {
    const { owner, member, file } = await setUp('begin ')
    const socket = await open(owner)
    const one = await edit(socket, file)
    const two = await edit(await open(member), file)
    await ask(socket, 'document:close', file)
    typeIn(one.doc, 'offline ')
    await two.type('meanwhile ')
    expect(textOf(one.doc)).not.toContain('meanwhile')
    const again = await one.open()
    const diff = Y.encodeStateAsUpdate(one.doc, new Uint8Array(again.stateVector))
    expect(await one.send(diff)).toMatchObject({ ok: true })
    const stored = await storedText(owner, file)
    expect(stored).toContain('offline')
    expect(stored).toContain('meanwhile')
    await until('both read it', () => textOf(one.doc) === stored && textOf(two.doc) === stored)
  })

  it('hear what another process stored, and what nobody told', async () => {
    const { owner, member, file } = await setUp('begin ')
    const one = await edit(await open(owner), file)
    const two = await openFile(member, file)
    await append(member, file, typeIn(two, 'told '))
    await until('it is heard', () => textOf(one.doc) === 'begin told ')
    // A process that dies between its commit and its telling leaves no more than this.
    const update = typeIn(two, 'untold')
    await db().transaction(async (tx) => {
      await tx.execute(sql`update document set seq = seq + 1 where id = ${file.documentId}`)
      await tx.execute(sql`update document_client set clock = clock + 6
        where document_id = ${file.documentId} and client = ${two.clientID}`)
      const row = { documentId: file.documentId, seq: 3, bytes: update }
      await tx.insert(documentUpdate).values(row)
    })
    await until('the safety net caught it', () => textOf(one.doc) === 'begin told untold')
  })

  it('keep reading the same through hostile updates, which change nothing', async () => {
    const { owner, member, file } = await setUp('some text')
    const one = await edit(await open(owner), file)
    const socket = await open(member)
    const hostile = await edit(socket, file)
    const good = typeIn(hostile.doc, 'never sent')
    const later = typeIn(hostile.doc, 'depends on it')
    const map = new Y.Doc()
    map.getMap(textName).set('a', 1)
    const corpus: unknown[] = [
      good.slice(0, -1),
      good.slice(1),
      new Uint8Array([...good, 0]),
      good.map((byte) => byte ^ 0x80),
      later,
      Y.encodeStateAsUpdateV2(hostile.doc),
      Y.encodeStateAsUpdate(map),
      new Uint8Array(maximumUpdateBytes).fill(0x84),
      new Uint8Array(maximumUpdateBytes + 1),
      new Uint8Array(),
      'text',
      toBase64(good).slice(0, -1),
      ` ${toBase64(good)}`,
      [...good],
      { type: 'Buffer', data: [...good] },
      null,
      new Uint8Array([255, 255, 255, 255, 127]),
    ]
    const before = await rowsOf(file)
    const sent = corpus.map((update) => (update instanceof Uint8Array ? toBase64(update) : update))
    for (const update of [...sent, good])
      expect(await ask(socket, 'document:update', { ...file, update })).toMatchObject({
        ok: false,
        code: 'Invalid',
      })
    expect(await rowsOf(file)).toEqual(before)
    // In one breath with good ones, which are stored all the same.
    const fresh = await openFile(member, file)
    const answers = await Promise.all([
      hostile.send(typeIn(fresh, '1')),
      hostile.send(good.slice(0, -1)),
      hostile.send(later),
      hostile.send(typeIn(fresh, '2')),
      hostile.send(new Uint8Array(30).fill(9)),
      hostile.send(typeIn(fresh, '3')),
    ])
    expect(answers.map(({ ok }) => ok)).toEqual([true, false, false, true, false, true])
    await one.type('!')
    const stored = await storedText(owner, file)
    expect([...stored].sort().join('')).toBe([...'some text123!'].sort().join(''))
    await until('the other reads it', () => textOf(one.doc) === stored)
    expect(one.doc.store.pendingStructs).toBeNull()
  })

  it('a paste of a whole file and its deletion travel like a letter', async () => {
    const { owner, member, file } = await setUp()
    const [one, two] = [await edit(await open(owner), file), await edit(await open(member), file)]
    expect(await one.type('é'.repeat(30_000))).toMatchObject({ ok: true })
    expect(await one.type('x'.repeat(maximumUpdateBytes))).toMatchObject({ code: 'Invalid' })
    await until('it arrived', () => textOf(two.doc).length === 30_000)
    await two.send(change(two.doc, (text) => text.delete(0, 29_999)))
    expect(await storedText(owner, file)).toBe('é')
  })
})

describe('a file that may not be seen', () => {
  it('closes with the seat, without the room having been joined', async () => {
    const { owner, member, project, file } = await setUp('text')
    const socket = await open(member)
    const inside = await edit(await open(owner), file)
    const removed = await edit(socket, file)
    const closed = hear(socket, 'room:closed')
    await removeMember(owner, { projectId: project.id, personId: member.personId })
    expect(await closed).toEqual({ roomId: file.roomId })
    await inside.type(' secret')
    expect(await removed.type('x')).toMatchObject({ code: 'NotFound' })
    expect(await removed.open()).toMatchObject({ code: 'NotFound' })
    expect(textOf(removed.doc)).not.toContain('secret')
    expect(removed.arrived).toEqual([])
  })

  it('says nothing to an outsider', async () => {
    const { owner, outsider, file } = await setUp('text')
    const socket = await open(outsider)
    const inside = await edit(await open(owner), file)
    const heard: string[] = []
    socket.onAny((event) => heard.push(event))
    expect(
      await ask(socket, 'document:open', { ...file, stateVector: emptyStateVector }),
    ).toMatchObject({
      code: 'NotFound',
    })
    await inside.type(' secret')
    await ask(socket, 'room:leave', { roomId: randomUUID() })
    expect(heard).toEqual([])
  })
})

describe('a cursor', () => {
  const stateOf = (awareness: Awareness) => encodeAwarenessUpdate(awareness, [awareness.clientID])
  async function watch(socket: TestSocket) {
    const seen = new Awareness(new Y.Doc())
    seen.setLocalState(null)
    const from: string[] = []
    socket.on('cursor:moved', ({ personId, state }) => {
      from.push(personId)
      applyAwarenessUpdate(seen, new Uint8Array(state), 'network')
    })
    return { seen, from }
  }

  it('moves under the name of the session, whoever it says it is, and goes with its socket', async () => {
    const { owner, member, file } = await setUp('text')
    const [watching, moving] = [await open(owner), await open(member)]
    await edit(watching, file)
    await edit(moving, file)
    const { seen, from } = await watch(watching)
    const mine = new Awareness(new Y.Doc())
    mine.setLocalState({ cursor: { anchor: 1 }, user: { id: owner.personId, name: 'The owner' } })
    moving.emit('cursor:move', { ...file, state: stateOf(mine) })
    await until('it moved', () => seen.getStates().size === 1)
    const { personId: id, name, line } = member
    expect(seen.getStates().get(mine.clientID)).toEqual({
      cursor: { anchor: 1 },
      user: { id, name, line },
    })
    expect(from).toEqual([member.personId])
    // Somebody else's cursor, several at once, nonsense: nothing is passed on.
    const theirs = new Awareness(new Y.Doc())
    theirs.setLocalState({ cursor: { anchor: 2 } })
    moving.emit('cursor:move', { ...file, state: stateOf(theirs) })
    mine.setLocalState({ cursor: { anchor: 3 } })
    applyAwarenessUpdate(mine, stateOf(theirs), 'test')
    const both = encodeAwarenessUpdate(mine, [mine.clientID, theirs.clientID])
    moving.emit('cursor:move', { ...file, state: both })
    moving.emit('cursor:move', { ...file, state: new Uint8Array([1, 2, 3]) })
    moving.emit('cursor:move', { ...file, state: new Uint8Array(5_000) })
    moving.emit('cursor:move', 'nonsense')
    await ask(moving, 'room:leave', { roomId: randomUUID() })
    await ask(watching, 'room:leave', { roomId: randomUUID() })
    expect([...seen.getStates().keys()]).toEqual([mine.clientID])
    expect(seen.getStates().get(mine.clientID)).toMatchObject({ cursor: { anchor: 1 } })
    moving.close()
    await until('it is gone', () => seen.getStates().size === 0)
    for (const each of [seen, mine, theirs]) each.destroy()
  })

  it('of somebody who has not opened the file moves nowhere', async () => {
    const { owner, member, file } = await setUp('text')
    const [watching, moving] = [await open(owner), await open(member)]
    await edit(watching, file)
    const { seen, from } = await watch(watching)
    const mine = new Awareness(new Y.Doc())
    mine.setLocalState({ cursor: { anchor: 1 } })
    moving.emit('cursor:move', { ...file, state: stateOf(mine) })
    await ask(moving, 'room:leave', { roomId: randomUUID() })
    await ask(watching, 'room:leave', { roomId: randomUUID() })
    expect(from).toEqual([])
    for (const each of [seen, mine]) each.destroy()
  })
})
