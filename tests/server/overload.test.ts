import { randomUUID } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import pino from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { db, pool } from '@/db/client'
import { message } from '@/db/schema'
import { createServer, type RealtimeProcess } from '@/server/create-server'
import { addMember, createPerson, createProject } from '../support/factories'
import { type Answer, ask, connect, type TestSocket, until } from '../support/realtime'

let server: RealtimeProcess
let url: string
beforeAll(async () => {
  server = await createServer({ port: 0, log: pino({ level: 'silent' }) })
  url = `http://localhost:${server.port}`
})
afterAll(() => server.close())

const people = 20
const each = 140

it('takes so much and no more while the database stands still, and all of it is in order after', {
  timeout: 120_000,
}, async () => {
  const team = await Promise.all(Array.from({ length: people }, () => createPerson()))
  const [owner] = team
  if (!owner) throw new Error('nobody')
  const { id, roomId } = await createProject(owner)
  for (const person of team.slice(1)) await addMember(id, person)
  const sockets = await Promise.all(team.map((person) => connect(url, person)))

  // Everything that is written has to wait for this.
  const client = await pool().connect()
  await client.query('begin')
  await client.query('lock table message in access exclusive mode')
  const answers: Answer[] = []
  const send = (socket: TestSocket, clientId: string) =>
    ask(socket, 'message:send', { roomId, clientId, body: clientId }).then((answer) => {
      answers.push(answer)
      return { clientId, answer }
    })
  const asked = sockets.flatMap((socket) =>
    Array.from({ length: each }, () => send(socket, randomUUID())),
  )
  await until('what is too much is refused', () => answers.length > 0)
  for (const answer of answers) {
    expect(answer).toMatchObject({ ok: false, code: 'RateLimited' })
    expect(answer.retryAfter).toBeGreaterThan(0)
  }
  // Others are not held up: what reads is answered.
  const [first] = sockets
  if (!first) throw new Error('nobody')
  expect(await ask(first, 'room:leave', { roomId })).toEqual({ ok: true })
  await client.query('rollback')
  client.release()

  const done = await Promise.all(asked)
  const acked = done.filter(({ answer }) => answer.ok)
  const refused = done.filter(({ answer }) => !answer.ok)
  expect(acked.length).toBeGreaterThan(1_000)
  for (const { answer } of refused) expect(['RateLimited', 'Unavailable']).toContain(answer.code)
  const rows = await db()
    .select({ clientId: message.clientId, seq: message.seq })
    .from(message)
    .where(eq(message.roomId, roomId))
    .orderBy(asc(message.seq))
  expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, at) => at + 1))
  const places = new Map(rows.map(({ clientId, seq }) => [clientId, seq]))
  for (const { clientId, answer } of acked) expect(places.get(clientId)).toBe(answer.event.seq)
  // A refusal for too much was given before anything was done.
  for (const { clientId, answer } of refused)
    if (answer.code === 'RateLimited') expect(places.has(clientId)).toBe(false)

  // It has recovered: whoever comes again is served.
  const late = await createPerson()
  await addMember(id, late)
  const socket = await connect(url, late)
  expect((await send(socket, randomUUID())).answer.ok).toBe(true)
  for (const one of [...sockets, socket]) one.close()
})
