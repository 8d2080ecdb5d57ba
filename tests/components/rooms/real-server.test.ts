import { randomUUID } from 'node:crypto'
import pino from 'pino'
import { afterEach, expect, it } from 'vitest'
import { SocketTransport } from '@/components/realtime/socket-transport'
import { RoomStore } from '@/components/rooms/room-store'
import type { Actor } from '@/domain/actor'
import { getRoom } from '@/domain/rooms/get-room'
import { sendMessage } from '@/domain/rooms/send-message'
import { removeMember } from '@/domain/teams/remove-member'
import { createServer } from '@/server/create-server'
import { addMember, createPerson, createProject } from '../../support/factories'
import { cookieOf, openSocket, until } from '../../support/realtime'
import { bodiesOf, FakeShelf } from './fake-room'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const serve = (port: number) => createServer({ port, log: pino({ level: 'silent' }) })

/** A person's open room, as in a browser: the same store over the same client library. */
async function open(port: number, actor: Actor, roomId: string) {
  const socket = openSocket(`http://localhost:${port}`, { cookie: await cookieOf(actor) })
  const transport = new SocketTransport(socket as never, () => 'reconnecting')
  const { personId: id, handle, name, line } = actor
  const page = await getRoom(actor, { roomId })
  const store = new RoomStore({
    page,
    me: { id, handle, name, line },
    transport,
    shelf: new FakeShelf(),
  })
  store.start()
  closing.push(() => {
    store.stop()
    socket.close()
  })
  await until('the room is live', () => store.getView().phase === 'live')
  return { store, socket }
}

it('talks to the real server: a restart in the middle loses nothing, a removal closes the room', async () => {
  const [owner, member] = await Promise.all([createPerson(), createPerson()])
  const project = await createProject(owner)
  await addMember(project.id, member)
  let server = await serve(0)
  closing.push(() => server.close())
  const { port } = server
  const one = await open(port, owner, project.roomId)
  const two = await open(port, member, project.roomId)
  await until('both are seen', () => one.store.getView().present.size === 2)

  const said: string[] = []
  const say = (body: string) => {
    said.push(body)
    one.store.send(body, null)
  }
  for (const body of ['a', 'b', 'c']) say(body)
  await until('the other has them', () => bodiesOf(two.store).length === 3)

  await server.close()
  await until('the cut is noticed', () => !one.socket.connected)
  for (const body of ['d', 'e']) say(body)
  expect(one.store.getView().pending.map(({ state }) => state)).toEqual(['waiting', 'waiting'])
  server = await serve(port)
  await until('the other has all', () => bodiesOf(two.store).length === said.length)
  await until('nothing waits', () => one.store.getView().pending.length === 0)
  expect(bodiesOf(one.store)).toEqual(said)
  expect(bodiesOf(two.store)).toEqual(said)

  const [first] = two.store.getView().messages
  if (!first) throw new Error('no message')
  expect(await two.store.edit(first.id, 'not mine')).toMatch(/author/)
  expect(await two.store.toggleReaction(first, '🚀')).toBeUndefined()
  await until('the reaction is seen', () => {
    const [seen] = one.store.getView().messages
    return seen?.reactions[0]?.personIds[0] === member.personId
  })
  expect(await one.store.remove(first.id)).toBeUndefined()
  await until('the deletion is seen', () => two.store.getView().messages[0]?.deleted === true)
  two.store.look(true, true)
  await until('it is read', async () => {
    const page = await getRoom(member, { roomId: project.roomId })
    return page.unread.lastReadSeq === page.seq
  })

  await removeMember(owner, { projectId: project.id, personId: member.personId })
  await until('the room is closed to them', () => two.store.getView().phase === 'closed')
  await until('they are gone', () => one.store.getView().people.length === 1)
})

it('comes back to several rooms of one tab by one call', async () => {
  const [owner, member] = await Promise.all([createPerson(), createPerson()])
  const projects = await Promise.all([createProject(owner), createProject(owner)])
  for (const { id } of projects) await addMember(id, member)
  const server = await serve(0)
  closing.push(() => server.close())
  const socket = openSocket(`http://localhost:${server.port}`, { cookie: await cookieOf(member) })
  const transport = new SocketTransport(socket as never, () => 'reconnecting')
  const { personId: id, handle, name, line } = member
  const me = { id, handle, name, line }
  const stores: RoomStore[] = []
  for (const { roomId } of projects) {
    const page = await getRoom(member, { roomId })
    stores.push(new RoomStore({ page, me, transport, shelf: new FakeShelf() }))
  }
  for (const store of stores) store.start()
  closing.push(() => {
    for (const store of stores) store.stop()
    socket.close()
  })
  const areLive = () => stores.every((store) => store.getView().phase === 'live')
  await until('both are live', areLive)
  socket.io.engine.close()
  await until('the cut is noticed', () => !socket.connected)
  for (const { roomId } of projects)
    await sendMessage(owner, { roomId, clientId: randomUUID(), body: roomId, replyToId: null })
  const asked: string[] = []
  socket.onAnyOutgoing((event: string) => asked.push(event))
  await until('both have caught up', () => stores.every((store) => bodiesOf(store).length === 1))
  expect(asked.filter((event) => event.endsWith(':join'))).toEqual(['rooms:join'])
  expect(stores.map((store) => bodiesOf(store))).toEqual(projects.map(({ roomId }) => [roomId]))
})
