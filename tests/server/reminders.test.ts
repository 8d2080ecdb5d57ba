import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import pino from 'pino'
import { expect, it } from 'vitest'
import { db } from '@/db/client'
import { reminder } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { tellReminders } from '@/domain/reminders/tell-reminders'
import { createServer } from '@/server/create-server'
import { addMember, createPerson, createProject } from '../support/factories'
import { ask, connect, hear, startNode, until } from '../support/realtime'
import { toldTo } from '../support/requests'
import { startProxyTo } from '../support/tcp-proxy'

async function setUp() {
  const [owner, member] = [await createPerson(), await createPerson()]
  const project = await createProject(owner)
  await addMember(project.id, member)
  return { owner, member, roomId: project.roomId }
}
async function overdue({ personId }: Actor, roomId: string): Promise<string> {
  const id = randomUUID()
  const dueAt = new Date(Date.now() - 1_000)
  await db().insert(reminder).values({ id, roomId, personId, note: 'Stand up', dueAt })
  return id
}
const isTold = async (id: string) =>
  (await db().select().from(reminder).where(eq(reminder.id, id)))[0]?.toldAt != null

const notified = 'insert into "notification"'
it.each([
  ['before it is stored', false],
  ['when it is stored and nobody has heard of it', true],
])('is told once though its process is killed %s', async (_when, stored) => {
  const { member, roomId } = await setUp()
  const databaseUrl = process.env.DATABASE_URL ?? ''
  // No job is due: what tells is the node's own clock.
  await db().execute(sql`delete from pgboss.schedule`)
  const proxy = await startProxyTo(databaseUrl)
  const doomed = await startNode({ databaseUrl: proxy.through(databaseUrl) })
  const reached = new Promise<void>((resolve) => {
    if (stored) proxy.trap(notified, 'pass', () => proxy.trap('commit', 'after', resolve))
    else proxy.trap(notified, 'before', resolve)
  })
  const id = await overdue(member, roomId)
  await reached
  if (stored) await until('it is stored', () => isTold(id))
  await doomed.end('SIGKILL')
  await proxy.close()
  expect(await isTold(id)).toBe(stored)
  // The connection of the dead may hold the row for a moment.
  await until('it is told', async () => {
    await tellReminders()
    return isTold(id)
  })
  await tellReminders()
  expect(await toldTo(member)).toEqual(['Reminder: Stand up (Tidewatch)'])
})

it('is told once by two processes', async () => {
  const { member, roomId } = await setUp()
  const nodes = await Promise.all([startNode(), startNode()])
  const ids = await Promise.all(Array.from({ length: 40 }, () => overdue(member, roomId)))
  await until('all are told', async () => (await Promise.all(ids.map(isTold))).every(Boolean))
  expect(await toldTo(member)).toHaveLength(40)
  await Promise.all(nodes.map((node) => node.end('SIGKILL')))
})

it('reaches every open page of its person within seconds, and nobody else', async () => {
  const server = await createServer({ port: 0, log: pino({ level: 'silent' }) })
  const url = `http://localhost:${server.port}`
  const { owner, member, roomId } = await setUp()
  const [one, two, other] = await Promise.all([
    connect(url, member),
    connect(url, member),
    connect(url, owner),
  ])
  const overheard: string[] = []
  other.onAny((event) => overheard.push(event))
  await ask(other, 'room:join', { roomId, afterSeq: 0 })
  const made = { roomId, reminderId: randomUUID(), note: 'Stand up' }
  const dueAt = new Date(Date.now() + 400).toISOString()
  const told = [one, two].map((each) => hear(each, 'reminder:told'))
  const news = hear(one, 'notification:created')
  expect(await ask(one, 'reminder:create', { ...made, dueAt })).toMatchObject({ ok: true })
  for (const each of told) expect(await each).toEqual({ reminderId: made.reminderId })
  await news
  expect(await ask(one, 'reminder:get', made)).toMatchObject({
    reminder: { note: 'Stand up', roomTitle: 'Tidewatch', href: `/rooms/${roomId}` },
  })
  await ask(other, 'room:leave', { roomId })
  expect(overheard.filter((event) => event !== 'presence:changed')).toEqual([])
  for (const each of [one, two, other]) each.close()
  await server.close()
})
