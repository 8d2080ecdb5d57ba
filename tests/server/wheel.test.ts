import { randomUUID } from 'node:crypto'
import pino from 'pino'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { WheelView } from '@/contracts/documents'
import { db } from '@/db/client'
import { createDocument } from '@/domain/documents/create-document'
import { getWheel } from '@/domain/pairing/get-wheel'
import { createServer, type RealtimeProcess } from '@/server/create-server'
import { createTeam, letPass, minutes, toldWheels } from '../domain/pairing/team'
import {
  ask,
  connect,
  type RunningNode,
  startNode,
  type TestSocket,
  until,
} from '../support/realtime'

let server: RealtimeProcess
let url: string
const sockets: TestSocket[] = []
const nodes: RunningNode[] = []
beforeAll(async () => {
  server = await createServer({ port: 0, log: pino({ level: 'silent' }) })
  url = `http://localhost:${server.port}`
})
afterAll(async () => {
  for (const socket of sockets) socket.close()
  await Promise.all(nodes.map((node) => node.end('SIGKILL')))
  await server.close()
})

type Person = Parameters<typeof connect>[1]
/** In the room, noting every turn that is told. */
async function enter(at: string, who: Person, roomId: string) {
  const socket = await connect(at, who)
  sockets.push(socket)
  const told: WheelView[] = []
  const present = new Set<string>()
  socket.on('presence:changed', (now) => {
    for (const personId of now.present) present.add(personId)
  })
  socket.on('room:advanced', ({ events }) => {
    for (const event of events) if (event.kind === 'wheel:turned') told.push(event.wheel)
  })
  const joined = await ask(socket, 'room:join', { roomId, afterSeq: 0 })
  expect(joined.ok).toBe(true)
  for (const personId of joined.present) present.add(personId)
  return {
    socket,
    told,
    present,
    turn: (act: object) => ask(socket, 'wheel:turn', { roomId, ...act }),
  }
}

it('is turned by members and told to everybody in the room', async () => {
  const { ana, ben, roomId } = await createTeam()
  const one = await enter(url, ana, roomId)
  const two = await enter(url, ben, roomId)
  const answer = await one.turn({ act: 'drive', rotation: 5 })
  expect(answer.wheel).toMatchObject({ driverId: ana.personId, rotation: 5 })
  await until('both heard', () => one.told.length === 1 && two.told.length === 1)
  expect(two.told).toEqual([answer.wheel])
  expect(await two.turn({ act: 'drive', rotation: 5 })).toMatchObject({
    ok: false,
    code: 'Conflict',
  })
  expect(await two.turn({ act: 'pause' })).toMatchObject({ ok: false, code: 'Forbidden' })
  expect((await two.turn({ act: 'ask' })).wheel.askedById).toBe(ben.personId)
})

it('is out of reach for outsiders, and for what cannot be understood', async () => {
  const { ana, outsider, removed, roomId } = await createTeam()
  const inside = await enter(url, ana, roomId)
  await inside.turn({ act: 'drive', rotation: 5 })
  const before = await getWheel(db(), roomId)
  for (const who of [outsider, removed]) {
    const socket = await connect(url, who)
    sockets.push(socket)
    for (const act of ['release', 'ask', 'skip', 'pause', 'resume', 'take_back'])
      expect(await ask(socket, 'wheel:turn', { roomId, act })).toMatchObject({ code: 'NotFound' })
  }
  for (const nonsense of [{ act: 'drive', rotation: 1 }, { act: 'steal' }, { act: 'give' }, {}])
    expect(await inside.turn(nonsense)).toMatchObject({ ok: false, code: 'Invalid' })
  expect(await getWheel(db(), roomId)).toEqual(before)
})

it('passes on by the clock among those who are here, and waits while nobody is', async () => {
  const { ana, ben, cho, roomId } = await createTeam()
  const one = await enter(url, ana, roomId)
  const three = await enter(url, cho, roomId)
  await one.turn({ act: 'drive', rotation: 5 })
  await letPass(roomId, minutes(5))
  await until('the turn passed', () => three.told.length === 2)
  expect(three.told.at(-1)?.driverId).toBe(cho.personId)
  for (const { socket } of [one, three]) socket.close()
  await letPass(roomId, minutes(30))
  const late = await enter(url, ben, roomId)
  await until('the turn passed to who came', async () => {
    return (await getWheel(db(), roomId)).driverId === ben.personId
  })
  late.socket.close()
})

it('goes to who asks when the driver has gone', async () => {
  const { ana, ben, roomId } = await createTeam()
  const one = await enter(url, ana, roomId)
  const two = await enter(url, ben, roomId)
  await one.turn({ act: 'drive', rotation: null })
  const gone = new Promise((resolve) => {
    two.socket.on('presence:changed', ({ present }) => {
      if (!present.includes(ana.personId)) resolve(undefined)
    })
  })
  one.socket.close()
  await gone
  expect((await two.turn({ act: 'ask' })).wheel.driverId).toBe(ben.personId)
})

it('records a run for everybody in the room, and opens its code to members', async () => {
  const { ana, ben, outsider, roomId } = await createTeam()
  const one = await enter(url, ana, roomId)
  const two = await enter(url, ben, roomId)
  const stranger = await connect(url, outsider)
  sockets.push(stranger)
  const documentId = randomUUID()
  await createDocument(ana, { roomId, documentId, path: 'a.py', text: 'print(1)' })
  const runId = randomUUID()
  const heard = new Promise<unknown>((resolve) => {
    two.socket.on('room:advanced', ({ events }) => {
      for (const event of events) if (event.kind === 'run:recorded') resolve(event.run)
    })
  })
  const run = {
    ...{ roomId, documentId, runId, language: 'python', outcome: 'passed', durationMs: 3 },
    output: '1\n',
  }
  expect(await ask(stranger, 'run:record', run)).toMatchObject({ code: 'NotFound' })
  expect((await ask(one.socket, 'run:record', run)).ok).toBe(true)
  expect(await heard).toMatchObject({ id: runId, output: '1\n', path: 'a.py' })
  const opened = await ask(two.socket, 'run:open', { roomId, runId })
  expect(opened).toMatchObject({ code: 'print(1)', path: 'a.py', language: 'python' })
  expect(await ask(stranger, 'run:open', { roomId, runId })).toMatchObject({ code: 'NotFound' })
})

it.skipIf(!inject('redisUrl'))(
  'keeps one clock on two nodes, which outlives the death of either',
  { timeout: 60_000 },
  async () => {
    const redisUrl = inject('redisUrl')
    const [first, second] = await Promise.all([startNode({ redisUrl }), startNode({ redisUrl })])
    nodes.push(first, second)
    const { ana, ben, cho, roomId } = await createTeam()
    const one = await enter(first.url, ana, roomId)
    const two = await enter(second.url, ben, roomId)
    const taken = await Promise.all(
      [one, two].flatMap(({ turn }) => [turn({ act: 'drive', rotation: 5 })]),
    )
    expect(taken.map(({ ok }) => ok).sort()).toEqual([false, true])
    const { driverId } = await getWheel(db(), roomId)
    await until('both nodes know of both', () => one.present.size === 2 && two.present.size === 2)
    const other = driverId === ana.personId ? ben.personId : ana.personId
    for (const expected of [other, driverId, other]) {
      const before = (await toldWheels(roomId)).length
      await letPass(roomId, minutes(5))
      await until('both were told', () => one.told.length > before && two.told.length > before)
      expect((await getWheel(db(), roomId)).driverId).toBe(expected)
      expect(await toldWheels(roomId)).toHaveLength(before + 1)
    }
    const running = await getWheel(db(), roomId)
    await first.end('SIGKILL')
    expect(await getWheel(db(), roomId)).toEqual(running)
    const three = await enter(second.url, cho, roomId)
    const count = (await toldWheels(roomId)).length
    await letPass(roomId, minutes(5))
    await until('the other node ended the turn', async () => {
      return (await toldWheels(roomId)).length === count + 1
    })
    await second.end('SIGTERM')
    const before = await getWheel(db(), roomId)
    const third = await startNode({ redisUrl })
    nodes.push(third)
    expect(await getWheel(db(), roomId)).toEqual(before)
    const four = await enter(third.url, cho, roomId)
    await letPass(roomId, minutes(5))
    await until('the new node goes on', async () => {
      return (await toldWheels(roomId)).length === count + 2
    })
    expect(three.told.length + four.told.length).toBeGreaterThan(0)
  },
)
