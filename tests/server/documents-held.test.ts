import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import pino from 'pino'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { db } from '@/db/client'
import type { Actor } from '@/domain/actor'
import { createServer, type RealtimeProcess } from '@/server/create-server'
import { createFile, edit, emptyStateVector, openFile, textOf } from '../support/documents'
import { createPerson, createProject } from '../support/factories'
import { ask, connect, hear, type TestSocket, until } from '../support/realtime'

// Which files a node compares with the database now and then: those that it believes to be open.
const compared = vi.hoisted(() => {
  let heard: ((documentIds: string[]) => void) | undefined
  return {
    once: (hear: (documentIds: string[]) => void) => {
      heard = hear
    },
    tell: (documentIds: string[]) => heard?.(documentIds),
  }
})
vi.mock('@/domain/documents/read-document-sequences', async (original) => {
  const real = await original<typeof import('@/domain/documents/read-document-sequences')>()
  return {
    readDocumentSequences: (documentIds: string[]) => {
      compared.tell(documentIds)
      return real.readDocumentSequences(documentIds)
    },
  }
})

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
  const owner = await createPerson()
  return { owner, ...(await createProject(owner)) }
}

it('a room whose files are being read for long holds up no other room', async () => {
  const [busy, other] = [await setUp(), await setUp()]
  const files = await Promise.all(
    Array.from({ length: 12 }, () => createFile(busy.owner, busy.roomId, 'kept ')),
  )
  const busySocket = await open(busy.owner)
  const held = await Promise.all(files.map((file) => edit(busySocket, file)))
  const elsewhere = await createFile(other.owner, other.roomId, 'free ')
  const otherSocket = await open(other.owner)
  const free = await edit(otherSocket, elsewhere)
  const { waiting } = await db().transaction(async (tx) => {
    // As keeping a version does.
    await tx.execute(sql`select from document where room_id = ${busy.roomId} for share`)
    const told = hear(busySocket, 'document:received')
    const waiting = held.map((one) => one.type('late'))
    await told
    for (let word = 0; word < 5; word++)
      expect(await free.type(`${word} `)).toMatchObject({ ok: true })
    // Neither does anything else wait for it.
    expect(
      await ask(otherSocket, 'room:join', { roomId: other.roomId, afterSeq: 0 }),
    ).toMatchObject({ ok: true })
    return { waiting }
  })
  for (const answer of await Promise.all(waiting)) expect(answer).toMatchObject({ ok: true })
  for (const file of files) expect(textOf(await openFile(busy.owner, file))).toBe('kept late')
  expect(textOf(await openFile(other.owner, elsewhere))).toBe('free 0 1 2 3 4 ')
})

it('whatever waits for the files of one room leaves connections for the others', async () => {
  const [busy, other] = [await setUp(), await setUp()]
  const file = await createFile(busy.owner, busy.roomId, 'kept')
  const [busySocket, otherSocket] = [await open(busy.owner), await open(other.owner)]
  const { waiting } = await db().transaction(async (tx) => {
    await tx.execute(sql`select from document where room_id = ${busy.roomId} for update`)
    const at = { item: null, assoc: 0 }
    const of = () => ({ ...file, markId: randomUUID(), from: at, to: at, quote: '', body: 'Why?' })
    const waiting = Array.from({ length: 20 }, (_, each) =>
      each % 2 === 0
        ? ask(busySocket, 'version:save', { ...file, versionId: randomUUID(), name: 'Kept' })
        : ask(busySocket, 'mark:add', of()),
    )
    const join = { roomId: other.roomId, afterSeq: 0 }
    expect(await ask(otherSocket, 'room:join', join)).toMatchObject({ ok: true })
    const made = { roomId: other.roomId, documentId: randomUUID(), path: 'new.md', text: '' }
    expect(await ask(otherSocket, 'document:create', made)).toMatchObject({ ok: true })
    return { waiting }
  })
  for (const answer of await Promise.all(waiting)) expect(answer).toMatchObject({ ok: true })
})

it('a file whose opening was overtaken by its closing is not watched for ever', async () => {
  const { owner, roomId } = await setUp()
  const file = await createFile(owner, roomId, 'kept ')
  const socket = await open(owner)
  const opened = await db().transaction(async (tx) => {
    // Opening joins the channel, then waits here.
    await tx.execute(sql`lock table document_client in access exclusive mode`)
    const opened = ask(socket, 'document:open', { ...file, stateVector: emptyStateVector })
    await until('it waits', async () => {
      const { rows } = await db().execute(
        sql`select from pg_locks where relation = 'document_client'::regclass and not granted`,
      )
      return rows.length > 0
    })
    await ask(socket, 'document:close', file)
    return { opened }
  })
  expect(await opened.opened).toMatchObject({ ok: true })
  const asked = await new Promise<string[]>((resolve) => compared.once(resolve))
  expect(asked).not.toContain(file.documentId)
})
