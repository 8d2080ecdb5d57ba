import { randomUUID } from 'node:crypto'
import pino from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { GET } from '@/app/metrics/route'
import { createServer, type RealtimeProcess } from '@/server/create-server'
import { createPerson, createProject } from '../support/factories'
import { ask, connect, cookieOf, startNode } from '../support/realtime'

const token = 'a-token-that-only-prometheus-knows'
process.env.METRICS_TOKEN = token
let server: RealtimeProcess
let url: string
beforeAll(async () => {
  server = await createServer({ port: 0, log: pino({ level: 'silent' }) })
  url = `http://localhost:${server.port}`
})
afterAll(() => server.close())

const read = (from: string, headers: Record<string, string>) =>
  fetch(`${from}/metrics`, { headers })

it('tells what a node does, to whoever has the token', async () => {
  const person = await createPerson()
  const { roomId } = await createProject(person)
  const socket = await connect(url, person)
  await ask(socket, 'room:join', { roomId, afterSeq: 0 })
  await ask(socket, 'message:send', { roomId, clientId: randomUUID(), body: 'Secret words' })
  await ask(socket, 'message:send', { roomId: randomUUID(), clientId: randomUUID(), body: 'No' })
  const answer = await read(url, { authorization: `Bearer ${token}` })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toContain('text/plain')
  const body = await answer.text()
  for (const line of [
    'prajix_connections 1',
    'prajix_rooms 1',
    'prajix_client_events_total{event="message:send",outcome="ok"} 1',
    'prajix_client_events_total{event="message:send",outcome="NotFound"} 1',
    'prajix_room_events_total{kind="message:created"} 1',
    'prajix_ack_seconds_count{event="message:send"} 2',
    'prajix_catch_up_events_count 1',
    'prajix_message_batch_size_count',
    'prajix_dropped_sockets_total 0',
    'nodejs_eventloop_lag_p99_seconds',
    'prajix_database_connections{state="waiting"} 0',
  ])
    expect(body).toContain(line)
  // Nobody's words and nobody's ids.
  for (const secret of ['Secret', roomId, person.personId]) expect(body).not.toContain(secret)
  socket.close()
})

it('is not there for anybody else, signed in or not', async () => {
  const cookie = await cookieOf(await createPerson())
  for (const headers of [
    {},
    { cookie },
    { authorization: 'Bearer wrong' },
    { authorization: token },
    { authorization: `Basic ${token}` },
    { authorization: `Bearer ${token} x` },
  ] as Record<string, string>[]) {
    const answer = await read(url, headers)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toBe('{"status":"not found"}')
  }
})

it('is told by the web process, too, on the same terms', async () => {
  const ask = (authorization?: string) =>
    GET(
      new Request('http://localhost/metrics', authorization ? { headers: { authorization } } : {}),
    )
  const answer = await ask(`Bearer ${token}`)
  expect(answer.status).toBe(200)
  expect(await answer.text()).toContain('nodejs_eventloop_lag_p99_seconds')
  for (const wrong of [undefined, 'Bearer wrong', token])
    expect((await ask(wrong)).status).toBe(404)
})

it('is not there at all without a token in the environment', async () => {
  process.env.METRICS_TOKEN = ''
  const node = await startNode()
  for (const authorization of ['Bearer ', 'Bearer undefined', `Bearer ${token}`])
    expect((await read(node.url, { authorization })).status).toBe(404)
  await node.end('SIGKILL')
})
