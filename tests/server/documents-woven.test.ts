import pino from 'pino'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Actor } from '@/domain/actor'
import { createServer, type RealtimeProcess } from '@/server/create-server'
import { createFile, edit, openFile, textOf, typeIn, woven, wovenPair } from '../support/documents'
import { addMember, createPerson, createProject } from '../support/factories'
import { connect, type TestSocket, until } from '../support/realtime'

/* Updates that are well made, and woven so that Yjs compares each piece with all others. */
let server: RealtimeProcess
beforeAll(async () => {
  server = await createServer({ port: 0, log: pino({ level: 'silent' }) })
})
afterAll(() => server.close())
const sockets: TestSocket[] = []
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.close()
})
async function open(actor: Actor) {
  const socket = await connect(`http://localhost:${server.port}`, actor)
  sockets.push(socket)
  return socket
}
async function setUp() {
  const [owner, member] = [await createPerson(), await createPerson()]
  const { id: projectId, roomId } = await createProject(owner)
  await addMember(projectId, member)
  const file = await createFile(owner, roomId, 'as it was')
  return { owner, file, theirs: await edit(await open(member), file), roomId }
}

it('an update that would take others too long to merge is refused, and the file goes on', async () => {
  const { owner, file, theirs } = await setUp()
  const mine = await edit(await open(owner), file)
  const refused = theirs.send(wovenPair(12_000))
  expect(await mine.type(' and more')).toMatchObject({ ok: true })
  expect(await refused).toMatchObject({ ok: false, code: 'Invalid' })
  expect(textOf(await openFile(owner, file))).toBe('as it was and more')
  expect(await theirs.type('!')).toMatchObject({ ok: true })
  await until('the other sees it', () => textOf(mine.doc).endsWith('!'))
})

it('an outsider has nothing tried', async () => {
  const { file } = await setUp()
  const stranger = await edit(await open(await createPerson()), file)
  expect(await stranger.send(wovenPair(1_000))).toMatchObject({ ok: false, code: 'NotFound' })
})

it('the same in parts comes to an end while the file can still be read', async () => {
  const { owner, file, theirs, roomId } = await setUp()
  let answer = await theirs.send(woven(1, 900))
  for (let client = 2; answer.ok && client < 100; client++)
    answer = await theirs.send(woven(client, 900))
  expect(answer).toMatchObject({ ok: false, code: 'Invalid' })
  expect(textOf(await openFile(owner, file))).toContain('as it was')
  // Whoever has no seat learns nothing of it.
  const stranger = await edit(await open(await createPerson()), file)
  for (const update of [woven(200, 900), typeIn(new Y.Doc(), 'a')])
    expect(await stranger.send(update)).toMatchObject({ ok: false, code: 'NotFound' })
  const elsewhere = await edit(await open(owner), await createFile(owner, roomId))
  expect(await elsewhere.type('free')).toMatchObject({ ok: true })
})

it('a long absence of honest work is stored whole', async () => {
  const { owner, file, theirs } = await setUp()
  const before = Y.encodeStateVector(theirs.doc)
  for (let at = 0; at < 3_000; at++) typeIn(theirs.doc, `${at};`, (at * 7) % 9)
  expect(await theirs.send(Y.encodeStateAsUpdate(theirs.doc, before))).toMatchObject({ ok: true })
  expect(textOf(await openFile(owner, file))).toBe(textOf(theirs.doc))
})
