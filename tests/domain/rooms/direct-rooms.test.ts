import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeEach, expect, it } from 'vitest'
import { db } from '@/db/client'
import { block, person, room, seat } from '@/db/schema'
import { blockPerson } from '@/domain/accounts/block-person'
import { unblockPerson } from '@/domain/accounts/unblock-person'
import type { Actor } from '@/domain/actor'
import { createDocument } from '@/domain/documents/create-document'
import { getRoom } from '@/domain/rooms/get-room'
import { listRooms } from '@/domain/rooms/list-rooms'
import { openDirectRoom } from '@/domain/rooms/open-direct-room'
import { sendMessage } from '@/domain/rooms/send-message'
import { createTask } from '@/domain/tasks/create-task'
import { addMember, createPerson, createProject } from '@/tests/support/factories'

let one: Actor
let other: Actor
beforeEach(async () => {
  ;[one, other] = await Promise.all([createPerson(), createPerson()])
})
const say = (who: Actor, roomId: string, body = 'Hello.') =>
  sendMessage(who, { roomId, clientId: randomUUID(), body, replyToId: null })
const seatsOf = (roomId: string) => db().select().from(seat).where(eq(seat.roomId, roomId))
const outcome = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'ok',
    (error: Error) => error.name,
  )

it('is one room per pair, whoever opens it, also when both do at once', async () => {
  const opened = await Promise.all(
    Array.from({ length: 12 }, (_, at) =>
      at % 2 ? openDirectRoom(one, other) : openDirectRoom(other, one),
    ),
  )
  expect(new Set(opened.map(({ roomId }) => roomId)).size).toBe(1)
  expect(await seatsOf(opened[0]?.roomId ?? '')).toHaveLength(2)
})

it('is called after the other person, and is for talking alone', async () => {
  const { roomId } = await openDirectRoom(one, other)
  expect(await listRooms(other)).toEqual([])
  await say(one, roomId)
  expect(await getRoom(one, { roomId })).toMatchObject({ kind: 'direct', title: other.name })
  expect(await getRoom(other, { roomId })).toMatchObject({ title: one.name, seats: 2 })
  expect(await listRooms(other)).toMatchObject([
    { id: roomId, kind: 'direct', title: one.name, unread: 1, told: 1 },
  ])
  const file = { roomId, documentId: randomUUID(), path: 'a.py', text: '' }
  await expect(createDocument(one, file)).rejects.toMatchObject({ code: 'Forbidden' })
  const task = { roomId, taskId: randomUUID(), title: 'Do', markId: null }
  await expect(createTask(one, task)).rejects.toMatchObject({ code: 'Forbidden' })
  await db().delete(person).where(eq(person.id, other.personId))
  expect((await getRoom(one, { roomId })).title).toBe('Somebody who left Prajix')
})

it('asks whom a person wants to hear from, as invitations do, but not again once both are there', async () => {
  await db().update(person).set({ contactable: 'teammates' }).where(eq(person.id, other.personId))
  await expect(openDirectRoom(one, other)).rejects.toMatchObject({ code: 'Forbidden' })
  await expect(openDirectRoom(one, one)).rejects.toMatchObject({ code: 'Invalid' })
  const project = await createProject(one)
  await addMember(project.id, other)
  const { roomId } = await openDirectRoom(one, other)
  expect(await openDirectRoom(other, one)).toEqual({ roomId })
})

it('ends for both with a block, and comes back with its past when it is taken back', async () => {
  const { roomId } = await openDirectRoom(one, other)
  await say(one, roomId, 'Before')
  await blockPerson(other, one)
  expect(await seatsOf(roomId)).toEqual([])
  for (const who of [one, other]) {
    await expect(getRoom(who, { roomId })).rejects.toMatchObject({ code: 'NotFound' })
    await expect(say(who, roomId)).rejects.toMatchObject({ code: 'NotFound' })
  }
  expect([
    await outcome(openDirectRoom(one, other)),
    await outcome(openDirectRoom(other, one)),
  ]).toEqual(['NotFound', 'Conflict'])
  await unblockPerson(other, one)
  expect(await openDirectRoom(other, one)).toEqual({ roomId })
  expect((await getRoom(one, { roomId })).messages).toMatchObject([{ body: 'Before' }])
})

it('never has seats beside a block, however the two meet', async () => {
  for (let round = 0; round < 15; round++) {
    const [asks, blocks] = await Promise.all([createPerson(), createPerson()])
    await Promise.all([outcome(openDirectRoom(asks, blocks)), blockPerson(blocks, asks)])
    const rows = await db().select().from(seat).where(eq(seat.personId, blocks.personId))
    expect(rows).toEqual([])
    expect(
      await db().select().from(block).where(eq(block.blockerId, blocks.personId)),
    ).toHaveLength(1)
  }
})

it('is begun with a few people a day; those that are there cost nothing', async () => {
  const people = await Promise.all(Array.from({ length: 21 }, () => createPerson()))
  const last = people.pop()
  for (const each of people) await openDirectRoom(one, each)
  if (!last) throw new Error('nobody')
  await expect(openDirectRoom(one, last)).rejects.toMatchObject({ code: 'RateLimited' })
  for (const each of people) await openDirectRoom(one, each)
  expect(await db().$count(room, eq(room.kind, 'direct'))).toBeGreaterThanOrEqual(20)
})
