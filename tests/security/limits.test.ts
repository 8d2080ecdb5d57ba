import { randomUUID } from 'node:crypto'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { formAction } from '@/app/form-action'
import { noInput, postProjectInput, signUpInput } from '@/contracts/inputs'
import { addressKey } from '@/domain/accounts/limits'
import { signUp } from '@/domain/accounts/sign-up'
import { verifyCredentials } from '@/domain/accounts/verify-credentials'
import type { Viewer } from '@/domain/actor'
import { mostSockets } from '@/server/admit-sockets'
import { createServer, type RealtimeProcess } from '@/server/create-server'
import { createPerson } from '../support/factories'
import { ask, connect, cookieOf, openSocket, until } from '../support/realtime'

// Who looks is read from a request, of which there is none here.
const session = vi.hoisted(() => ({ viewer: null as Viewer }))
vi.mock('@/app/session', () => ({ getViewer: async () => session.viewer }))

describe('a network address', () => {
  const keyOf = (address: string | null) => addressKey({ address, userAgent: '' })
  it('of IPv6 counts by the network of its subscriber', () => {
    const key = keyOf('2001:db8:1:2::1')
    for (const same of [
      '2001:db8:1:2:ffff:ffff:ffff:ffff',
      '2001:0DB8:0001:0002::',
      '2001:db8:1:2:3:4:192.0.2.1',
    ])
      expect(keyOf(same)).toBe(key)
    for (const other of ['2001:db8:1:3::1', '2001:db8:1::2', '2001:db8::1:2:0:0:1', '::1'])
      expect(keyOf(other)).not.toBe(key)
    expect(keyOf('fe80::1%eth0')).toBe(keyOf('fe80::2'))
  })
  it('of IPv4 counts alone, and so does not knowing it', () => {
    expect(keyOf('192.0.2.1')).toBe('192.0.2.1')
    expect(keyOf('not an address')).toBe('not an address')
    expect(keyOf(null)).toBe('unknown')
  })
})

it('lets nobody sign in without end, though they know the password', async () => {
  const handle = `p-${randomUUID().slice(0, 18)}`
  const [email, password] = [`${handle}@example.com`, 'correct horse battery']
  const requester = { address: randomUUID(), userAgent: '' }
  await signUp(requester, signUpInput.parse({ name: 'Ada', handle, email, password }))
  const outcomes = new Map<string, number>()
  const once = () =>
    verifyCredentials(requester, { email, password }).then(
      () => 'ok',
      (error: Error) => error.name,
    )
  for (let turn = 0; turn < 76; turn++)
    for (const outcome of await Promise.all([once(), once(), once(), once()]))
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  expect(Object.fromEntries(outcomes)).toEqual({ ok: 300, RateLimited: 4 })
  // Nobody else is kept out by it.
  const elsewhere = { address: randomUUID(), userAgent: '' }
  await expect(verifyCredentials(elsewhere, { email, password })).resolves.toHaveProperty(
    'personId',
  )
})

describe('a form', () => {
  it('is taken from a person so often and no more, whichever form it is', async () => {
    session.viewer = await createPerson()
    let ran = 0
    const actions = [1, 2].map(() =>
      formAction(noInput, async () => {
        ran++
      }),
    )
    for (let turn = 0; turn < 150; turn++)
      for (const action of actions) expect((await action({})).status).toBe('ok')
    for (const action of actions)
      expect(await action({})).toMatchObject({ status: 'error', message: /one try too many/ })
    expect(ran).toBe(300)
    session.viewer = await createPerson()
    expect(await actions[0]?.({})).toMatchObject({ status: 'ok' })
  })

  it('answers a monstrous list with a few words, not with one for each entry', async () => {
    session.viewer = await createPerson()
    const action = formAction(postProjectInput, async () => {})
    const answer = await action({ stepIds: Array.from({ length: 50_000 }, () => '!') })
    expect(answer.status).toBe('error')
    expect(Object.keys(answer.fields).length).toBeLessThanOrEqual(100)
  })

  it('runs for nobody who is signed out, and names no reason to try', async () => {
    session.viewer = null
    const run = vi.fn()
    expect(await formAction(noInput, run)({})).toMatchObject({ status: 'signed-out' })
    expect(run).not.toHaveBeenCalled()
  })
})

describe('sockets', () => {
  let server: RealtimeProcess
  let url: string
  beforeAll(async () => {
    server = await createServer({ port: 0, log: pino({ level: 'silent' }) })
    url = `http://localhost:${server.port}`
  })
  afterAll(() => server.close())

  it('of one person come to an end, and make room again', async () => {
    const [many, other] = await Promise.all([createPerson(), createPerson()])
    const sockets = []
    for (let count = 0; count < mostSockets; count++) sockets.push(await connect(url, many))
    const refused = openSocket(url, { cookie: await cookieOf(many) })
    refused.io.reconnection(false)
    const error = await new Promise<Error>((resolve) => refused.once('connect_error', resolve))
    expect(error.message).toBe('too many')
    const another = await connect(url, other)
    expect(await ask(another, 'room:leave', { roomId: randomUUID() })).toEqual({ ok: true })
    sockets.pop()?.close()
    await until('there is room again', async () => {
      const again = await connect(url, many).catch(() => null)
      again?.close()
      return again !== null
    })
    for (const socket of [...sockets, another, refused]) socket.close()
  })

  it('record a run a second of one person, in however many tabs: each is kept with its code', async () => {
    const person = await createPerson()
    const tabs = [await connect(url, person), await connect(url, person)]
    const run = () => ({
      ...{ roomId: randomUUID(), documentId: randomUUID(), runId: randomUUID() },
      ...{ language: 'python', outcome: 'passed', durationMs: 1, output: '' },
    })
    const codes = new Map<string | undefined, number>()
    for (let turn = 0; turn < 32; turn++)
      for (const { code } of await Promise.all(tabs.map((tab) => ask(tab, 'run:record', run()))))
        codes.set(code, (codes.get(code) ?? 0) + 1)
    expect(Object.fromEntries(codes)).toEqual({ NotFound: 60, RateLimited: 4 })
    for (const tab of tabs) tab.close()
  })
})
