import { randomUUID } from 'node:crypto'
import http from 'node:http'
import { and, eq, sql } from 'drizzle-orm'
import { encode } from 'next-auth/jwt'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/db/client'
import { membership, session } from '@/db/schema'
import { endAllSessions } from '@/domain/accounts/end-all-sessions'
import { createServer, type RealtimeProcess } from '@/server/create-server'
import { addMember, createPerson, createProject, createSession } from '../support/factories'
import { ask, connect, cookieOf, hear, openSocket, tokenOf, until } from '../support/realtime'

let server: RealtimeProcess
let url: string
beforeAll(async () => {
  process.env.APP_URL = 'https://prajix.example'
  server = await createServer({ port: 0, log: pino({ level: 'silent' }) })
  url = `http://localhost:${server.port}`
})
afterAll(() => server.close())

/** Status of the answer to a WebSocket upgrade: 101 when it is let in. */
function upgrade(headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const request = http.request(`${url}/socket.io/?EIO=4&transport=websocket`, {
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': Buffer.from(randomUUID().slice(0, 16)).toString('base64'),
        ...headers,
      },
    })
    request.on('upgrade', (response, socket) => {
      socket.destroy()
      resolve(response.statusCode)
    })
    request.on('response', (response) => resolve(response.statusCode))
    request.on('error', reject)
    request.end()
  })
}

describe('Origin', () => {
  it.each([
    undefined,
    'http://localhost:3000',
    'https://localhost',
    'https://prajix.example',
    'https://prajix.example:8443',
  ])('lets %s in', async (origin) => {
    expect(await upgrade(origin ? { origin } : {})).toBe(101)
  })
  it.each([
    'null',
    '',
    'https://evil.example',
    'http://localhost.evil.example',
    'http://evil-localhost:3000',
    'https://prajix.example.evil.example',
    'https://notprajix.example',
    'https://prajix.example@evil.example',
    'https://prajix.example:x@evil.example',
    'https://localhost@prajix.example',
    'file://localhost',
    'javascript://localhost',
    'chrome-extension://localhost',
    'localhost',
    'http://127.0.0.1:3000',
    'http://localhost:3000, https://evil.example',
    'http://localhost\\.evil.example',
  ])('refuses %s', async (origin) => {
    expect(await upgrade({ origin })).toBe(403)
  })
  it('is not talked round by other headers', async () => {
    const forwarded = { 'x-forwarded-host': 'evil.example', referer: 'http://localhost:3000/' }
    expect(await upgrade({ origin: 'https://evil.example', ...forwarded })).toBe(403)
  })
})

it('speaks WebSocket alone: polling and its cross-site forms do not exist', async () => {
  expect((await fetch(`${url}/socket.io/?EIO=4&transport=polling`)).status).toBe(404)
})

it('tells its health', async () => {
  const health = await fetch(`${url}/healthz`)
  expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }])
  const ready = await fetch(`${url}/readyz`)
  expect([ready.status, await ready.json()]).toEqual([
    200,
    { ready: true, database: 'ok', redis: 'off' },
  ])
})

describe('the session cookie', () => {
  const accepted = (cookie: string) =>
    new Promise<boolean>((resolve) => {
      const socket = openSocket(url, { cookie })
      const answer = (is: boolean) => () => {
        socket.close()
        resolve(is)
      }
      socket.once('connect', answer(true))
      socket.once('connect_error', answer(false))
    })

  it('is taken plain, with the secure prefix, in chunks and among others', async () => {
    const token = await tokenOf(await createPerson(), { padding: 'x'.repeat(3_000) })
    const chunks = [token.slice(0, 1_500), token.slice(1_500, 3_000), token.slice(3_000)]
    const name = 'next-auth.session-token'
    for (const cookie of [
      `${name}=${token}`,
      `__Secure-${name}=${token}`,
      `theme=dark; ${chunks.map((chunk, at) => `${name}.${at}=${chunk}`).join('; ')}; x=y`,
      `__Secure-${name}.1=${chunks[1]}; __Secure-${name}.2=${chunks[2]}; __Secure-${name}.0=${chunks[0]}`,
      `__Secure-${name}=stale; ${name}=${token}`,
    ])
      expect(await accepted(cookie)).toBe(true)
  })

  it('is refused altered, expired, signed with another secret, without or with a foreign session', async () => {
    const actor = await createPerson()
    const token = await tokenOf(actor)
    const claims = { sub: actor.personId, sid: actor.sessionId }
    const secret = process.env.AUTH_SECRET ?? ''
    const other = await encode({ token: claims, secret: `${secret}x` })
    const old = await encode({ token: claims, secret, maxAge: -60 })
    const noSession = await encode({ token: { sub: actor.personId }, secret })
    const oddSession = await encode({ token: { ...claims, sid: 'not a uuid' }, secret })
    for (const bad of [`${token.slice(0, -3)}abc`, other, old, noSession, oddSession, ''])
      expect(await accepted(`next-auth.session-token=${bad}`)).toBe(false)
  })
})

describe('a session that is over', () => {
  it('takes its sockets with it when it expires, but not when it was used meanwhile', async () => {
    const actor = await createPerson()
    const soon = new Date(Date.now() + 1_500)
    const kept = { ...actor, sessionId: await createSession(actor.personId) }
    for (const { sessionId } of [actor, kept])
      await db().update(session).set({ expiresAt: soon }).where(eq(session.id, sessionId))
    const [socket, used] = await Promise.all([connect(url, actor), connect(url, kept)])
    const later = new Date(Date.now() + 60_000)
    await db().update(session).set({ expiresAt: later }).where(eq(session.id, kept.sessionId))
    let told = false
    socket.once('session:ended', () => {
      told = true
    })
    await until('the socket is cut', () => !socket.connected)
    expect([told, used.connected]).toEqual([true, true])
    used.close()
  })

  it('takes all devices with it when all sessions end, and nobody else’s', async () => {
    const actor = await createPerson()
    const phone = { ...actor, sessionId: await createSession(actor.personId) }
    const other = await connect(url, await createPerson())
    const sockets = await Promise.all([connect(url, actor), connect(url, phone)])
    await endAllSessions(actor, { keepCurrent: false })
    await until('both are cut', () => sockets.every((socket) => !socket.connected))
    expect(other.connected).toBe(true)
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    const back = openSocket(url, { cookie: await cookieOf(phone) })
    const error = await new Promise<Error>((resolve) => back.once('connect_error', resolve))
    expect(error.message).toBe('unauthorised')
    for (const each of [back, other]) each.close()
  })
})

describe('a database that hangs up', () => {
  it('is listened to again, and what was revoked meanwhile is found', async () => {
    const [owner, member, ended] = await Promise.all([
      createPerson(),
      createPerson(),
      createPerson(),
    ])
    const project = await createProject(owner)
    await addMember(project.id, member)
    const { roomId } = project
    const [stays, seated, signedOut] = await Promise.all([
      connect(url, owner),
      connect(url, member),
      connect(url, ended),
    ])
    for (const socket of [stays, seated]) await ask(socket, 'room:join', { roomId, afterSeq: 0 })
    const closing = hear(seated, 'room:closed')
    // Without a notice, as when it was sent while nobody listened.
    await db()
      .update(membership)
      .set({ status: 'removed' })
      .where(and(eq(membership.projectId, project.id), eq(membership.personId, member.personId)))
    await db().update(session).set({ endedAt: new Date() }).where(eq(session.id, ended.sessionId))
    await db().execute(sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`)
    expect(await closing).toEqual({ roomId })
    await until('the ended session is cut', () => !signedOut.connected)
    const input = { roomId, clientId: randomUUID(), body: 'Still here' }
    expect(await ask(stays, 'message:send', input)).toMatchObject({ ok: true })
    expect([stays.connected, seated.connected]).toEqual([true, true])
    for (const socket of [stays, seated, signedOut]) socket.close()
  })
})
