import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catchUpPage, catchUpTogether, type RoomEvent } from '@/contracts/realtime'
import { db } from '@/db/client'
import { message, room } from '@/db/schema'
import { editPrivacy } from '@/domain/accounts/edit-privacy'
import { notifyChannel, publishToRoom } from '@/domain/publish'
import { getRoom } from '@/domain/rooms/get-room'
import { sendMessage } from '@/domain/rooms/send-message'
import { createServer, type RealtimeProcess } from '@/server/create-server'
import { addMember, createPerson, createProject } from '../support/factories'
import { ask, connect, enterRoom, hear, until } from '../support/realtime'

/** One node without Redis, as `npm start` runs it on a plain machine. */
let server: RealtimeProcess
let url: string
beforeAll(async () => {
  server = await createServer({ port: 0, log: pino({ level: 'silent' }) })
  url = `http://localhost:${server.port}`
})
afterAll(() => server.close())

async function setUp() {
  const [owner, member] = await Promise.all([createPerson(), createPerson()])
  const project = await createProject(owner)
  await addMember(project.id, member)
  return { owner, member, project, roomId: project.roomId }
}
const input = (roomId: string, body: string) => ({
  roomId,
  clientId: randomUUID(),
  body,
  replyToId: null,
})

describe('a conversation', () => {
  it('reaches both in one order, and the ack is what was stored', async () => {
    const { owner, member, roomId } = await setUp()
    const [one, two] = await Promise.all([
      enterRoom([url], owner, roomId),
      enterRoom([url], member, roomId),
    ])
    await Promise.all(
      Array.from({ length: 40 }, (_, at) => (at % 2 ? one : two).send(`Message ${at}`)),
    )
    await Promise.all([one.reached(40), two.reached(40)])
    expect(one.order()).toEqual(two.order())
    const stored = await db().select().from(message).where(eq(message.roomId, roomId))
    for (const [clientId, seq] of [...one.acked, ...two.acked])
      expect(stored.find((each) => each.clientId === clientId)?.seq).toBe(seq)
    one.close()
    two.close()
  })

  it('tells edits, deletes and reactions with their numbers', async () => {
    const { owner, member, roomId } = await setUp()
    const other = await enterRoom([url], member, roomId)
    const socket = await connect(url, owner)
    const { event } = await ask(socket, 'message:send', input(roomId, 'Frist'))
    const target = { roomId, messageId: event.message.id }
    expect(await ask(socket, 'message:edit', { ...target, body: 'First' })).toEqual({
      ok: true,
      seq: 2,
    })
    expect(await ask(other.socket(), 'reaction:add', { ...target, emoji: '👍' })).toEqual({
      ok: true,
      seq: 3,
    })
    await other.reached(3)
    expect(other.state().messages).toMatchObject([
      { body: 'First', reactions: [{ emoji: '👍', personIds: [member.personId] }] },
    ])
    await ask(other.socket(), 'reaction:remove', { ...target, emoji: '👍' })
    await ask(socket, 'message:delete', target)
    await other.reached(5)
    expect(other.state().messages).toMatchObject([{ body: '', deleted: true, reactions: [] }])
    other.close()
    socket.close()
  })

  it('tells of replies, deletions undone and pins, and calls whoever is mentioned wherever they are', async () => {
    const { owner, member, roomId } = await setUp()
    const other = await enterRoom([url], member, roomId)
    const socket = await connect(url, owner)
    const { event } = await ask(socket, 'message:send', input(roomId, 'Root'))
    const threadId = event.message.id
    const called = hear(other.socket(), 'room:unread')
    const body = `Ask @${member.handle}`
    const reply = await ask(socket, 'message:send', { ...input(roomId, body), threadId })
    expect(await called).toEqual({ roomId })
    const target = { roomId, messageId: reply.event.message.id }
    await ask(socket, 'message:delete', target)
    await other.reached(3)
    expect(other.state().messages).toMatchObject([{ body: 'Root', thread: { replies: 0 } }])
    expect(await ask(socket, 'message:restore', target)).toEqual({ ok: true, seq: 4 })
    expect(await ask(other.socket(), 'message:pin', target)).toEqual({ ok: true, seq: 5 })
    await other.reached(5)
    expect(other.state()).toMatchObject({
      messages: [{ thread: { replies: 1, personIds: [owner.personId], seq: 4 } }],
      pins: [{ messageId: target.messageId, personId: member.personId }],
    })
    const page = { roomId, threadId, beforeSeq: 100 }
    const { messages, seq } = await ask(other.socket(), 'thread:load', page)
    expect([seq, messages.map((one: { body: string }) => one.body)]).toEqual([5, [body]])
    const list = async () => (await ask(other.socket(), 'thread:list', { roomId })).threads
    expect(await list()).toMatchObject([{ unread: 1, mentions: 1 }])
    const tab = await connect(url, member)
    const elsewhere = hear(tab, 'room:unread')
    const read = { roomId, threadId, seq: reply.event.seq }
    expect(await ask(other.socket(), 'thread:read', read)).toEqual({ ok: true, lastReadSeq: 2 })
    expect(await elsewhere).toEqual({ roomId })
    expect(await list()).toMatchObject([{ unread: 0, mentions: 0 }])
    for (const each of [tab, socket, other]) each.close()
  })

  it('is caught up in pages after an absence', async () => {
    const { owner, member, roomId } = await setUp()
    const client = await enterRoom([url], member, roomId)
    const away = client.socket()
    const count = catchUpPage + 30
    await ask(away, 'room:leave', { roomId })
    for (let sent = 0; sent < count; sent += 10)
      await Promise.all(
        Array.from({ length: 10 }, (_, at) => sendMessage(owner, input(roomId, `${sent + at}`))),
      )
    expect(client.state().seq).toBe(0)
    away.io.engine.close()
    await client.reached(count)
    expect(new Set(client.order()).size).toBe(count)
    client.close()
  })

  it('repairs a gap: what was never published is fetched from the database', async () => {
    const { owner, member, roomId } = await setUp()
    const client = await enterRoom([url], member, roomId)
    // Stored, but its publishing was lost with the process that did it.
    await db().execute(sql`
      with taken as (update room set seq = seq + 1 where id = ${roomId} returning seq),
      made as (
        insert into message (room_id, author_id, client_id, seq, body)
        select ${roomId}, ${owner.personId}, gen_random_uuid(), seq, 'Lost' from taken returning id, seq
      ) insert into room_event (room_id, seq, kind, actor_id, payload)
        select ${roomId}, seq, 'message:created', ${owner.personId}, jsonb_build_object('messageId', id)
        from made`)
    await sendMessage(owner, input(roomId, 'Heard'))
    await client.reached(2)
    expect(client.state().messages.map((each) => each.body)).toEqual(['Lost', 'Heard'])
    client.close()
  })

  it('reaches sockets from the web process by NOTIFY', async () => {
    const { owner, member, roomId } = await setUp()
    const [client, home] = await Promise.all([
      enterRoom([url], member, roomId),
      connect(url, owner),
    ])
    const told = hear(home, 'application:created')
    const say = (notice: object) =>
      db().execute(sql`select pg_notify(${notifyChannel}, ${JSON.stringify(notice)})`)
    const { id: projectId } = { id: randomUUID() }
    const personIds = [owner.personId]
    await say({ nonsense: true })
    await say({ to: 'people', personIds, signal: 'application:created', ids: { projectId } })
    expect(await told).toEqual({ projectId })
    await db().execute(sql`
      with taken as (update room set seq = seq + 1 where id = ${roomId} returning seq)
      insert into room_event (room_id, seq, kind, actor_id, payload)
      select ${roomId}, seq, 'role:changed', ${owner.personId},
        ${JSON.stringify({
          person: { id: member.personId, handle: 'm', name: 'M', line: 1 },
          role: 'maintainer',
        })}::jsonb from taken`)
    await say({ to: 'room', roomId, fromSeq: 1, toSeq: 1 })
    await client.reached(1)
    expect(client.state().people.find(({ id }) => id === member.personId)?.role).toBe('maintainer')
    client.close()
    home.close()
  })

  it('travels in one frame, in order, when it happens in one tick', async () => {
    const [first, second] = await Promise.all([setUp(), setUp()])
    await addMember(second.project.id, first.owner)
    const socket = await connect(url, first.owner)
    for (const { roomId } of [first, second])
      await ask(socket, 'room:join', { roomId, afterSeq: 0 })
    const frames: unknown[] = []
    socket.on('room:advanced', (batch) => frames.push(batch))
    const event = (roomId: string, seq: number) =>
      ({ roomId, seq, kind: 'mark:deleted', markId: roomId }) as RoomEvent
    const [a, b] = [first.roomId, second.roomId]
    for (const [roomId, seq] of [
      [a, 2],
      [b, 1],
      [a, 1],
      [a, 3],
    ] as const)
      void publishToRoom(roomId, [event(roomId, seq)])
    await until('both rooms are told', () => frames.length === 2)
    expect(frames).toEqual([
      { roomId: a, events: [1, 2, 3].map((seq) => event(a, seq)) },
      { roomId: b, events: [event(b, 1)] },
    ])
    socket.close()
  })

  it('catches up several rooms by one call, and refuses each that is not open by itself', async () => {
    const [first, second, foreign] = await Promise.all([setUp(), setUp(), setUp()])
    await addMember(second.project.id, first.owner)
    const [a, b] = [first.roomId, second.roomId]
    for (const body of ['one', 'two']) await sendMessage(first.owner, input(a, body))
    for (let at = 0; at < 3; at++) await sendMessage(second.owner, input(b, `${at}`))
    await sendMessage(foreign.owner, input(foreign.roomId, 'Secret'))
    const socket = await connect(url, first.owner)
    const rooms = [
      { roomId: a, afterSeq: 1 },
      { roomId: foreign.roomId, afterSeq: 0 },
      { roomId: b, afterSeq: 3 },
      { roomId: randomUUID(), afterSeq: 0 },
    ]
    const answer = await ask(socket, 'rooms:join', { rooms })
    expect(answer).toMatchObject({
      ok: true,
      rooms: [
        { roomId: a, ok: true, seq: 2, more: false, events: [{ seq: 2 }] },
        { roomId: foreign.roomId, ok: false, code: 'NotFound' },
        { roomId: b, ok: true, seq: 3, more: false, events: [] },
        { roomId: rooms[3]?.roomId, ok: false, code: 'NotFound' },
      ],
    })
    expect(JSON.stringify(answer)).not.toContain('Secret')
    const heard: unknown[] = []
    socket.on('room:advanced', ({ roomId }) => heard.push(roomId))
    await sendMessage(foreign.owner, input(foreign.roomId, 'Unheard'))
    await sendMessage(second.owner, input(b, 'Heard'))
    await sendMessage(first.owner, input(a, 'Heard'))
    await until('both rooms are heard', () => heard.length === 2)
    expect(heard.sort()).toEqual([a, b].sort())
    for (const wrong of [[], [rooms[0], rooms[0]], Array.from({ length: 51 }, () => rooms[0])])
      expect(await ask(socket, 'rooms:join', { rooms: wrong })).toMatchObject({ code: 'Invalid' })
    socket.close()
  })

  it('gives every room of a long absence its turn, a thousand events at a time', async () => {
    const { owner, project } = await setUp()
    const rooms = [project.roomId]
    for (let at = 0; at < 6; at++) rooms.push((await createProject(owner)).roomId)
    for (const roomId of rooms)
      await db().execute(sql`
        with made as (
          insert into room_event (room_id, seq, kind, payload)
          select ${roomId}, n, 'mark:deleted', jsonb_build_object('markId', ${roomId}::text)
          from generate_series(1, ${catchUpPage}) n
        )
        update room set seq = ${catchUpPage} where id = ${roomId}`)
    const socket = await connect(url, owner)
    const seqs = new Map(rooms.map((roomId) => [roomId, 0]))
    let calls = 0
    for (let open = rooms; open.length > 0; calls++) {
      const asked = open.map((roomId) => ({ roomId, afterSeq: seqs.get(roomId) }))
      const { rooms: answers } = await ask(socket, 'rooms:join', { rooms: asked })
      let sum = 0
      for (const { roomId, events } of answers as { roomId: string; events: RoomEvent[] }[]) {
        sum += events.length
        for (const { seq } of events) {
          expect(seq).toBe((seqs.get(roomId) ?? 0) + 1)
          seqs.set(roomId, seq)
        }
      }
      expect(sum).toBeLessThanOrEqual(catchUpTogether)
      open = answers.flatMap(({ roomId, more }: { roomId: string; more: boolean }) =>
        more ? [roomId] : [],
      )
    }
    expect([...seqs.values()]).toEqual(rooms.map(() => catchUpPage))
    expect(calls).toBe(2)
    socket.close()
  })

  it('answers a client that is ahead of a restored database with a fresh start', async () => {
    const { owner, roomId } = await setUp()
    const socket = await connect(url, owner)
    await db().update(room).set({ seq: 3 }).where(eq(room.id, roomId))
    expect(await ask(socket, 'room:join', { roomId, afterSeq: 9 })).toMatchObject({
      ok: true,
      startAfresh: true,
      seq: 3,
      events: [],
    })
    socket.close()
  })
})

describe('around it', () => {
  it('counts a person once, however many tabs, until the last one closes', async () => {
    const { owner, member, roomId } = await setUp()
    const watcher = await connect(url, owner)
    let present: string[] = []
    watcher.on('presence:changed', (change) => {
      present = change.present
    })
    const join = { roomId, afterSeq: 0 }
    expect((await ask(watcher, 'room:join', join)).present).toEqual([owner.personId])
    const tabs = await Promise.all([connect(url, member), connect(url, member)])
    for (const tab of tabs)
      expect((await ask(tab, 'room:join', join)).present.sort()).toEqual(
        [owner.personId, member.personId].sort(),
      )
    await until('both are there', () => present.length === 2)
    tabs[0]?.close()
    const third = await connect(url, member)
    await ask(third, 'room:join', join)
    tabs[1]?.close()
    expect((await ask(watcher, 'room:join', join)).present).toContain(member.personId)
    third.close()
    await until('the last tab is gone', () => present.join() === owner.personId)
    watcher.close()
  })

  it('calls a person away when nobody sits before any of their tabs', async () => {
    const { owner, member, roomId } = await setUp()
    const watcher = await connect(url, owner)
    let away: string[] = []
    watcher.on('presence:changed', (change) => {
      away = change.away
    })
    const join = { roomId, afterSeq: 0 }
    await ask(watcher, 'room:join', join)
    const [one, two] = await Promise.all([connect(url, member), connect(url, member)])
    for (const tab of [one, two]) await ask(tab, 'room:join', join)
    one.emit('presence:set', { away: true })
    await ask(one, 'room:standing', join)
    expect(await ask(watcher, 'room:join', join)).toMatchObject({ away: [], count: 2 })
    two.emit('presence:set', { away: true })
    await until('nobody sits there', () => away.join() === member.personId)
    one.emit('presence:set', { away: false })
    await until('somebody is back', () => away.length === 0)
    // The tab that is left is the one that nobody sits before.
    one.close()
    await until('the other tab is left', () => away.join() === member.personId)
    const late = await connect(url, owner)
    expect(await ask(late, 'room:join', join)).toMatchObject({ away: [member.personId] })
    for (const socket of [two, watcher, late]) socket.close()
  })

  it('shows how far others have read, of those who let it be seen, several together', async () => {
    const { owner, member, roomId } = await setUp()
    const [inside, reader] = await Promise.all([connect(url, owner), connect(url, member)])
    for (const socket of [inside, reader]) await ask(socket, 'room:join', { roomId, afterSeq: 0 })
    for (const body of ['One', 'Two']) await ask(inside, 'message:send', input(roomId, body))
    const told = hear(inside, 'reads:changed')
    for (const seq of [1, 2]) await ask(reader, 'room:read', { roomId, seq })
    expect(await told).toEqual({ roomId, reads: [{ personId: member.personId, seq: 2 }] })
    expect((await getRoom(owner, { roomId })).reads).toEqual([
      { personId: member.personId, seq: 2 },
    ])
    await editPrivacy(member, { listed: true, contactable: 'everybody', showsReading: false })
    expect((await getRoom(owner, { roomId })).reads).toEqual([])
    let more = 0
    inside.on('reads:changed', () => more++)
    await ask(inside, 'message:send', input(roomId, 'Three'))
    await ask(reader, 'room:read', { roomId, seq: 3 })
    await editPrivacy(member, { listed: true, contactable: 'everybody', showsReading: true })
    await ask(inside, 'message:send', input(roomId, 'Four'))
    const again = hear(inside, 'reads:changed')
    await ask(reader, 'room:read', { roomId, seq: 4 })
    expect(await again).toMatchObject({ reads: [{ seq: 4 }] })
    expect(more).toBe(1)
    for (const socket of [inside, reader]) socket.close()
  })

  it('shows typing to the others in the room, not to oneself', async () => {
    const { owner, member, roomId } = await setUp()
    const [one, two] = await Promise.all([connect(url, owner), connect(url, member)])
    for (const socket of [one, two]) await ask(socket, 'room:join', { roomId, afterSeq: 0 })
    let own = 0
    one.on('typing:started', () => own++)
    const typing = hear(two, 'typing:started')
    one.emit('typing:start', { roomId })
    expect(await typing).toEqual({ roomId, personId: owner.personId, name: owner.name })
    await ask(one, 'room:leave', { roomId })
    expect(own).toBe(0)
    one.close()
    two.close()
  })

  it('tells members outside the room that something is unread, and other tabs that it was read', async () => {
    const { owner, member, roomId } = await setUp()
    const [inside, home] = await Promise.all([connect(url, owner), connect(url, member)])
    await ask(inside, 'room:join', { roomId, afterSeq: 0 })
    let forAuthor = 0
    inside.on('room:unread', () => forAuthor++)
    const unread = hear(home, 'room:unread')
    await ask(inside, 'message:send', input(roomId, 'Hello'))
    expect(await unread).toEqual({ roomId })
    const tab = await connect(url, member)
    const read = hear(tab, 'room:unread')
    expect(await ask(home, 'room:read', { roomId, seq: 1 })).toEqual({
      ok: true,
      lastReadSeq: 1,
      epoch: 0,
    })
    expect(await read).toEqual({ roomId })
    expect(forAuthor).toBe(0)
    for (const socket of [inside, home, tab]) socket.close()
  })
})
