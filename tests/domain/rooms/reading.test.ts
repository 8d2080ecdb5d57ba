import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { loadMessagesInput } from '@/contracts/inputs'
import { catchUpLimit, catchUpPage, keptUnread } from '@/contracts/realtime'
import { db } from '@/db/client'
import { membership, message, room, roomEvent } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { deleteMessage } from '@/domain/rooms/delete-message'
import { findLostSeats } from '@/domain/rooms/find-lost-seats'
import { getRoom } from '@/domain/rooms/get-room'
import { joinRoom } from '@/domain/rooms/join-room'
import { listRooms } from '@/domain/rooms/list-rooms'
import { listSeatedPeople } from '@/domain/rooms/list-seated-people'
import { loadMessages } from '@/domain/rooms/load-messages'
import { markUnread } from '@/domain/rooms/mark-unread'
import { openRoom } from '@/domain/rooms/open-room'
import { readRoom } from '@/domain/rooms/read-room'
import { sendMessage } from '@/domain/rooms/send-message'
import { addMember, createPerson, createProject } from '@/tests/support/factories'

async function setUp() {
  const [owner, member, outsider] = await Promise.all([
    createPerson(),
    createPerson(),
    createPerson(),
  ])
  const project = await createProject(owner)
  await addMember(project.id, member)
  return { owner, member, outsider, project, roomId: project.roomId }
}
const say = async (actor: Actor, roomId: string, body = 'Hello') => {
  const input = { roomId, clientId: randomUUID(), body, replyToId: null }
  const { event } = await sendMessage(actor, input)
  if (event.kind !== 'message:created') throw new Error(event.kind)
  return event.message
}
/** Many messages at once, as a long conversation leaves them. */
async function fill(roomId: string, authorId: string, count: number) {
  await db().execute(sql`
    with made as (
      insert into message (room_id, author_id, client_id, seq, body)
      select ${roomId}, ${authorId}, gen_random_uuid(), n, 'Message ' || n
      from generate_series(1, ${count}::int) n returning id, seq
    ) insert into room_event (room_id, seq, kind, actor_id, payload)
      select ${roomId}, seq, 'message:created', ${authorId}, jsonb_build_object('messageId', id) from made`)
  await db().update(room).set({ seq: count }).where(eq(room.id, roomId))
}

describe('the page of a room', () => {
  it('holds the last fifty messages, the people and the exact number', async () => {
    const { owner, member, project, roomId } = await setUp()
    await fill(roomId, owner.personId, 120)
    const page = await getRoom(member, { roomId })
    expect(page).toMatchObject({
      id: roomId,
      seq: 120,
      more: true,
      unread: { seq: 120, lastReadSeq: 0, epoch: 0, messages: { count: 120 } },
      project: { id: project.id, slug: project.slug },
    })
    expect(page.messages.map((each) => each.seq)).toEqual(
      Array.from({ length: 50 }, (_, at) => at + 71),
    )
    expect(page.people.map(({ id, role }) => [id, role])).toEqual([
      [owner.personId, 'owner'],
      [member.personId, 'member'],
    ])
    const older = await loadMessages(member, { roomId, beforeSeq: 71 })
    expect([older.messages[0]?.seq, older.messages.at(-1)?.seq, older.more]).toEqual([21, 70, true])
    const oldest = await loadMessages(member, { roomId, beforeSeq: 21 })
    expect([oldest.messages.length, oldest.more]).toEqual([20, false])
  })

  it('loads after a number, and around a message, a number or a moment, without a hole', async () => {
    const { owner, outsider, roomId } = await setUp()
    await fill(roomId, owner.personId, 120)
    await db().execute(sql`
      update message set created_at = '2026-01-01T00:00:00Z'::timestamptz + seq / 2 * interval '1 hour'
      where room_id = ${roomId}`)
    const load = (where: object) =>
      loadMessages(owner, loadMessagesInput.parse({ roomId, ...where }))
    const seqs = async (where: object) => {
      const { messages, more, newer, target } = await load(where)
      const numbers = messages.map((each) => each.seq)
      expect(numbers).toEqual(numbers.map((_, at) => (numbers[0] ?? 0) + at))
      const aimed = messages.find((each) => each.id === target)?.seq ?? null
      return [numbers[0], numbers.at(-1), more, newer, aimed]
    }
    expect(await seqs({ afterSeq: 30 })).toEqual([31, 80, true, true, null])
    expect(await seqs({ afterSeq: 100 })).toEqual([101, 120, true, false, null])
    expect(await seqs({ afterSeq: 0 })).toEqual([1, 50, false, true, null])
    expect(await seqs({ beforeSeq: 31 })).toEqual([1, 30, false, true, null])
    expect(await seqs({ aroundSeq: 60 })).toEqual([35, 84, true, true, 60])
    expect(await seqs({ aroundSeq: 0 })).toEqual([1, 25, false, true, 1])
    expect(await seqs({ aroundSeq: 5_000 })).toEqual([96, 120, true, false, 120])
    for (const seq of [1, 2, 3, 59, 60, 118, 119, 120]) {
      const time = new Date(Date.UTC(2026, 0, 1, Math.floor(seq / 2))).toISOString()
      expect((await seqs({ aroundTime: time }))[4]).toBe(
        seq % 2 || seq === 1 ? Math.max(seq - 1, 1) : seq,
      )
    }
    expect((await seqs({ aroundTime: '2020-01-01T00:00:00Z' }))[4]).toBe(1)
    expect((await seqs({ aroundTime: '2030-01-01T00:00:00+02:00' }))[4]).toBe(120)
    const { messages } = await load({ aroundSeq: 60 })
    const found = messages.find((each) => each.seq === 60)
    expect(await seqs({ aroundId: found?.id })).toEqual([35, 84, true, true, 60])
    const elsewhere = await say(outsider, (await createProject(outsider)).roomId)
    await expect(load({ aroundId: elsewhere.id })).rejects.toMatchObject({ code: 'NotFound' })
    expect(loadMessagesInput.safeParse({ roomId, aroundSeq: 1, afterSeq: 1 }).success).toBe(false)
  })

  it('stays open to who shipped the project, and to nobody outside', async () => {
    const { member, outsider, project, roomId } = await setUp()
    const others = [outsider]
    const set = (status: 'completed' | 'left' | 'inactive') =>
      db()
        .update(membership)
        .set({ status })
        .where(and(eq(membership.projectId, project.id), eq(membership.personId, member.personId)))
    for (const status of ['completed', 'inactive'] as const) {
      await set(status)
      expect((await getRoom(member, { roomId })).id).toBe(roomId)
    }
    await set('left')
    for (const person of [member, ...others])
      for (const tried of await Promise.allSettled([
        getRoom(person, { roomId }),
        loadMessages(person, { roomId, beforeSeq: 9 }),
        readRoom(person, { roomId, seq: 1 }),
      ]))
        expect(tried).toMatchObject({ status: 'rejected', reason: { code: 'NotFound' } })
    expect(await listRooms(member)).toEqual([])
  })

  it('answers NotFound for a room that never was', async () => {
    await expect(getRoom(await createPerson(), { roomId: randomUUID() })).rejects.toMatchObject({
      code: 'NotFound',
    })
  })
})

describe('catching up', () => {
  it('comes in pages, densely, until nothing is left', async () => {
    const { owner, roomId } = await setUp()
    const count = catchUpPage * 2 + 7
    await fill(roomId, owner.personId, count)
    const seen: number[] = []
    for (let more = true; more; ) {
      const answer = await joinRoom(owner, { roomId, afterSeq: seen.at(-1) ?? 0 })
      expect(answer).toMatchObject({ seq: count, startAfresh: false })
      expect(answer.events.length).toBeLessThanOrEqual(catchUpPage)
      seen.push(...answer.events.map((event) => event.seq))
      more = answer.more
    }
    expect(seen).toEqual(Array.from({ length: count }, (_, at) => at + 1))
  })

  it('starts afresh when too far behind, and when ahead of a restored database', async () => {
    const { owner, roomId } = await setUp()
    await fill(roomId, owner.personId, catchUpLimit + 1)
    const join = async (afterSeq: number) =>
      (await joinRoom(owner, { roomId, afterSeq })).startAfresh
    expect(
      await Promise.all([join(0), join(1), join(catchUpLimit + 1), join(catchUpLimit + 2)]),
    ).toEqual([true, false, false, true])
  })

  it('fills the number of a message that went with its author’s account', async () => {
    const { owner, member, roomId } = await setUp()
    const gone = await say(member, roomId)
    await db().delete(message).where(eq(message.id, gone.id))
    const { events } = await joinRoom(owner, { roomId, afterSeq: 0 })
    expect(events).toMatchObject([{ seq: 1, kind: 'message:deleted', messageId: gone.id }])
  })
})

describe('reading', () => {
  it('never goes backwards or beyond the room', async () => {
    const { owner, roomId } = await setUp()
    await fill(roomId, owner.personId, 10)
    const read = (seq: number) => readRoom(owner, { roomId, seq })
    expect(await read(4)).toMatchObject({ lastReadSeq: 4, epoch: 0, moved: true })
    expect(await read(2)).toMatchObject({ lastReadSeq: 4, epoch: 0, moved: false })
    await Promise.all([9, 3, 7, 5, 8].map(read))
    expect(await read(0)).toMatchObject({ lastReadSeq: 9, epoch: 0, moved: false })
    expect(await read(5000)).toMatchObject({ lastReadSeq: 10, epoch: 0, moved: true })
  })

  it('goes back only when asked to, and then takes no mark that was made before', async () => {
    const { owner, member, outsider, roomId } = await setUp()
    const said = [await say(owner, roomId), await say(owner, roomId), await say(owner, roomId)]
    const [first, second, third] = said
    if (!first || !second || !third) throw new Error('nothing was said')
    const mark = (actor: Actor, messageId: string) => markUnread(actor, { roomId, messageId })
    expect(await mark(member, second.id)).toEqual({ lastReadSeq: 0, epoch: 1 })
    await readRoom(member, { roomId, seq: third.seq, epoch: 1 })
    expect(await mark(member, second.id)).toEqual({ lastReadSeq: first.seq, epoch: 2 })
    expect(await listRooms(member)).toMatchObject([{ unread: 2 }])
    const late = { roomId, seq: third.seq, epoch: 1 }
    expect(await readRoom(member, late)).toMatchObject({ lastReadSeq: first.seq, moved: false })
    const { unread } = await getRoom(member, { roomId })
    expect(unread).toEqual({
      seq: third.seq,
      lastReadSeq: first.seq,
      epoch: 2,
      messages: { count: 2, numbers: [second.seq, third.seq] },
      since: second.createdAt,
      mentions: { count: 0, numbers: [] },
    })
    await expect(mark(outsider, second.id)).rejects.toMatchObject({ code: 'NotFound' })
    const elsewhere = await say(outsider, (await createProject(outsider)).roomId)
    await expect(mark(member, elsewhere.id)).rejects.toMatchObject({ code: 'NotFound' })
  })

  it('tells how many are unread, however many, and the numbers of the newest', async () => {
    const { owner, member, roomId } = await setUp()
    await fill(roomId, owner.personId, keptUnread + 20)
    const { messages } = (await getRoom(member, { roomId })).unread
    expect([messages.count, messages.numbers.length]).toEqual([keptUnread + 20, keptUnread])
    expect([messages.numbers[0], messages.numbers.at(-1)]).toEqual([21, keptUnread + 20])
  })

  it('counts others’ messages after the mark that are not deleted', async () => {
    const { owner, member, roomId } = await setUp()
    await say(owner, roomId, 'Before')
    const first = await say(owner, roomId, 'One')
    const deleted = await say(owner, roomId, 'Deleted')
    await say(member, roomId, 'My own')
    const last = await say(owner, roomId, 'The **last** one')
    await deleteMessage(owner, { roomId, messageId: deleted.id })
    expect(await listRooms(member)).toMatchObject([
      {
        id: roomId,
        unread: 3,
        href: `/rooms/${roomId}`,
        lastMessage: { excerpt: 'The **last** one' },
      },
    ])
    await readRoom(member, { roomId, seq: first.seq })
    expect(await listRooms(member)).toMatchObject([{ unread: 1 }])
    await readRoom(member, { roomId, seq: last.seq })
    expect(await listRooms(member)).toMatchObject([{ unread: 0 }])
    expect(await listRooms(owner)).toMatchObject([{ unread: 1 }])
  })

  it('lists each room once, the latest used first', async () => {
    const { owner, roomId } = await setUp()
    const quiet = await createProject(owner)
    await db()
      .insert(membership)
      .values({ projectId: quiet.id, personId: owner.personId, status: 'completed' })
    await say(owner, roomId)
    expect((await listRooms(owner)).map((each) => each.id)).toEqual([roomId, quiet.roomId])
  })
})

it('opens one room per project, in the project’s own transaction', async () => {
  const { project, owner } = await setUp()
  await db().delete(room).where(eq(room.projectId, project.id))
  const roomId = await db().transaction((tx) => openRoom(tx, project.id))
  expect(await getRoom(owner, { roomId })).toMatchObject({ seq: 0, messages: [], more: false })
  expect(await db().select().from(roomEvent).where(eq(roomEvent.roomId, roomId))).toEqual([])
})

it('finds lost seats among many, and the people who hold one', async () => {
  const { owner, member, outsider, project, roomId } = await setUp()
  const seated = async () => (await listSeatedPeople([roomId])).get(roomId) ?? []
  expect((await seated()).sort()).toEqual([owner.personId, member.personId].sort())
  await db()
    .update(membership)
    .set({ status: 'left' })
    .where(and(eq(membership.projectId, project.id), eq(membership.personId, member.personId)))
  const seats = [owner, member, outsider].map(({ personId }) => ({ roomId, personId }))
  const lost = await findLostSeats(seats)
  expect(new Set(lost.map((one) => one.personId))).toEqual(
    new Set([member.personId, outsider.personId]),
  )
  expect(await seated()).toEqual([owner.personId])
})
