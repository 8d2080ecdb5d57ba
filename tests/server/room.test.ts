import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catchUpPage, type RoomEvent } from '@/contracts/realtime'
import { db } from '@/db/client'
import { message, room } from '@/db/schema'
import { notifyChannel } from '@/domain/publish'
import { sendMessage } from '@/domain/rooms/send-message'
import { batchRoomEvents } from '@/server/batch-room-events'
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
    expect(await ask(other.socket(), 'reaction:add', { ...target, reaction: 'up' })).toEqual({
      ok: true,
      seq: 3,
    })
    await other.reached(3)
    expect(other.state().messages).toMatchObject([
      { body: 'First', reactions: [{ reaction: 'up', personIds: [member.personId] }] },
    ])
    await ask(other.socket(), 'reaction:remove', { ...target, reaction: 'up' })
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
    const frames: unknown[] = []
    const batching = batchRoomEvents({
      to: (channels) => ({ emit: (event, payload) => frames.push([channels, event, payload]) }),
    })
    const event = (seq: number) => ({ seq }) as RoomEvent
    for (const [roomId, seq] of [
      ['a', 2],
      ['b', 7],
      ['a', 1],
      ['a', 3],
    ] as const)
      batching.to(`room:${roomId}`).emit('room:advanced', { roomId, events: [event(seq)] })
    batching.to('person:x').emit('project:changed', {})
    await until('both rooms are told', () => frames.length === 3)
    expect(frames).toEqual([
      ['person:x', 'project:changed', {}],
      ['room:a', 'room:advanced', { roomId: 'a', events: [1, 2, 3].map(event) }],
      ['room:b', 'room:advanced', { roomId: 'b', events: [event(7)] }],
    ])
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
