import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { and, asc, eq } from 'drizzle-orm'
import { afterAll, afterEach, describe, expect, inject, it } from 'vitest'
import { db } from '@/db/client'
import { membership, message } from '@/db/schema'
import { endSession } from '@/domain/accounts/end-session'
import type { Actor } from '@/domain/actor'
import { publishToPeople, revoke } from '@/domain/publish'
import { freePort } from '@/scripts/postgres'
import { addMember, createPerson, createProject } from '../support/factories'
import { startRedis } from '../support/global-setup'
import {
  ask,
  connect,
  enterRoom,
  hear,
  type RoomClient,
  type RunningNode,
  startNode,
  until,
} from '../support/realtime'

/*
 * Two processes over one PostgreSQL and a Redis of their own, as production runs them. What faults must not
 * do to them is in tests/promises.
 */
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'prajix-nodes-'))
// Its own, because it is killed; where none can be started, all of this is skipped.
let redis = inject('redisUrl') ? await startRedis(folder, await freePort()) : undefined
let nodes: RunningNode[] = []
const urls = () => nodes.map((node) => node.url)
const urlOf = (at: number) => nodes[at]?.url ?? ''

afterAll(async () => {
  await Promise.all(nodes.map((node) => node.end('SIGKILL')))
  redis?.child.kill('SIGKILL')
  fs.rmSync(folder, { recursive: true, force: true })
})
async function startBoth() {
  const alive = nodes.filter((node) => node.child.exitCode === null && !node.child.killed)
  const missing = Array.from({ length: 2 - alive.length }, () =>
    startNode({ redisUrl: redis?.url }),
  )
  nodes = [...alive, ...(await Promise.all(missing))]
}
async function killRedis() {
  const gone = new Promise((resolve) => redis?.child.once('exit', resolve))
  redis?.child.kill('SIGKILL')
  await gone
}
async function restartRedis() {
  redis = await startRedis(folder, redis?.port)
}

const clients: RoomClient[] = []
afterEach(() => {
  for (const client of clients.splice(0)) client.close()
})
/** A room with `count` people, alternating between the nodes; each goes to the other when its own is lost. */
async function gather(count: number) {
  const people = await Promise.all(Array.from({ length: count }, () => createPerson()))
  const [owner, ...others] = people
  if (!owner) throw new Error('nobody')
  const project = await createProject(owner)
  for (const person of others) await addMember(project.id, person)
  const [one = '', two = ''] = urls()
  const entered = await Promise.all(
    people.map((person, at) => enterRoom(at % 2 ? [two, one] : [one, two], person, project.roomId)),
  )
  clients.push(...entered)
  return { people, owner, project, roomId: project.roomId, entered }
}
async function proveNothingLost(roomId: string, entered: RoomClient[]) {
  const stored = await db()
    .select({ clientId: message.clientId, seq: message.seq })
    .from(message)
    .where(eq(message.roomId, roomId))
    .orderBy(asc(message.seq))
  const last = stored.at(-1)?.seq ?? 0
  await Promise.all(entered.map((client) => client.reached(last)))
  const order = stored.map((each) => each.clientId)
  expect(new Set(order).size).toBe(order.length)
  for (const client of entered) {
    expect(client.order()).toEqual(order)
    for (const [clientId, seq] of client.acked) expect(stored).toContainEqual({ clientId, seq })
  }
}
async function removeMember(projectId: string, roomId: string, { personId }: Actor) {
  await db().transaction(async (tx) => {
    await tx
      .update(membership)
      .set({ status: 'removed', endedAt: new Date() })
      .where(and(eq(membership.projectId, projectId), eq(membership.personId, personId)))
    await revoke(tx, { roomId, personId })
  })
}

describe.skipIf(redis === undefined)('two nodes over Redis', () => {
  it('count a person once who sits at both, and see them leave', { timeout: 90_000 }, async () => {
    await startBoth()
    const { owner, people, project, roomId, entered } = await gather(2)
    const guest = await createPerson()
    await addMember(project.id, guest)
    const watcher = entered[0]?.socket()
    let present: string[] = []
    let away: string[] = []
    watcher?.on('presence:changed', (change) => {
      present = change.present
      away = change.away
    })
    const tabs = await Promise.all([connect(urlOf(0), guest), connect(urlOf(1), guest)])
    for (const tab of tabs) await ask(tab, 'room:join', { roomId, afterSeq: 0 })
    const all = [...people, guest].map((person) => person.personId).sort()
    await until('three are there', () => present.join() === all.join())
    tabs[0]?.emit('presence:set', { away: true })
    tabs[1]?.emit('presence:set', { away: true })
    await until('nobody sits at either', () => away.join() === guest.personId)
    tabs[1]?.emit('presence:set', { away: false })
    await until('somebody sits at one', () => away.length === 0)
    tabs[0]?.close()
    tabs[1]?.close()
    await until('the guest is gone', () => !present.includes(guest.personId))
    expect(present).toContain(owner.personId)
  })

  it('deliver, signal, revoke and cut without any Redis', { timeout: 120_000 }, async () => {
    await startBoth()
    await killRedis()
    const { people, owner, project, roomId, entered } = await gather(4)
    const [first, removed, , ended] = entered
    await first?.send('Without Redis')
    await Promise.all(entered.map((client) => client.reached(1)))

    const home = await connect(urlOf(1), owner)
    const signal = hear(home, 'application:created')
    await publishToPeople([owner.personId], 'application:created', { projectId: project.id })
    expect(await signal).toEqual({ projectId: project.id })

    const [, removedPerson, , endedPerson] = people
    if (!removedPerson || !endedPerson || !first) throw new Error('nobody')
    const otherTab = await connect(urlOf(0), removedPerson)
    await ask(otherTab, 'room:join', { roomId, afterSeq: 1 })
    const closing = hear(otherTab, 'room:closed')
    await removeMember(project.id, roomId, removedPerson)
    expect(await closing).toEqual({ roomId })
    await until('the seat is closed on both nodes', () => removed?.wasClosed() ?? false)
    await endSession(endedPerson, { sessionId: endedPerson.sessionId })
    await until('the session is cut', () => ended?.wasClosed() ?? false)

    await first.send('Only for those who are left')
    await first.reached(2)
    await entered[2]?.reached(2)
    expect([removed?.state().seq, ended?.state().seq]).toEqual([1, 1])
    await restartRedis()
    for (const socket of [home, otherTab]) socket.close()
  })

  it('start while Redis is down, and meet when it comes', { timeout: 120_000 }, async () => {
    await killRedis()
    await Promise.all(nodes.map((node) => node.end('SIGKILL')))
    nodes = []
    await startBoth()
    const { roomId, entered } = await gather(2)
    await entered[0]?.send('Early')
    await Promise.all(entered.map((client) => client.reached(1)))
    const ready = async () => (await fetch(`${urlOf(0)}/readyz`)).status
    expect(await ready()).toBe(503)
    await restartRedis()
    await until('ready', async () => (await ready()) === 200)
    await entered[1]?.send('Late')
    await proveNothingLost(roomId, entered)
  })
})
