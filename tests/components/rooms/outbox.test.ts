import { describe, expect, it } from 'vitest'
import type { Refusal } from '@/components/realtime/transport'
import type { RoomEvent } from '@/contracts/realtime'
import { bodiesOf, enter, FakeRoom, personNamed, settle } from './fake-room'

const maya = personNamed('Maya')
const texts = (room: FakeRoom) =>
  room.events.flatMap((event) => (event.kind === 'message:created' ? [event.message.body] : []))
const waiting = (of: ReturnType<typeof enter>) =>
  of.store.getView().pending.map(({ body, state }) => `${body}: ${state}`)
const sends = (of: ReturnType<typeof enter>) =>
  of.connection.asked.filter(({ name }) => name === 'message:send')
const refusing = (code: Refusal['code'], extra: object = {}) =>
  ({ ok: false, code, message: `${code}.`, ...extra }) as Refusal

describe('sending', () => {
  it('shows a message at once and as stored when it is', async () => {
    const room = new FakeRoom()
    const one = enter(room, maya)
    await settle()
    one.store.send('hello', null)
    expect(waiting(one)).toEqual(['hello: sending'])
    await settle()
    expect(waiting(one)).toEqual([])
    expect(bodiesOf(one.store)).toEqual(['hello'])
    expect(one.shelf.length).toBe(0)
  })

  it('keeps the order: one is under way at a time', async () => {
    const room = new FakeRoom()
    const one = enter(room, maya)
    await settle()
    for (const body of ['a', 'b', 'c']) one.store.send(body, null)
    expect(waiting(one)).toEqual(['a: sending', 'b: waiting', 'c: waiting'])
    await settle()
    expect(texts(room)).toEqual(['a', 'b', 'c'])
  })

  it('is one queue for the room and its threads, open or not', async () => {
    const room = new FakeRoom()
    const { message } = room.say(maya, 'root') as Extract<RoomEvent, { kind: 'message:created' }>
    const one = enter(room, maya)
    await settle()
    one.connection.loses = (name) => name === 'message:send'
    one.connection.way = () => []
    for (const body of ['a', 'b', 'c']) one.store.send(body, null, body === 'b' ? message.id : null)
    await settle()
    expect(texts(room)).toEqual(['root', 'a'])
    one.store.stop()

    const again = enter(room, maya, { page: { ...room.page(), seq: 1 }, shelf: one.shelf })
    await settle()
    expect(texts(room)).toEqual(['root', 'a', 'b', 'c'])
    expect(bodiesOf(again.store)).toEqual(['root', 'a', 'c'])
    expect(waiting(again)).toEqual([])
    expect(sends(again).map(({ input }) => input.threadId)).toEqual([null, message.id, null])
    expect(one.shelf.length).toBe(0)
  })

  it('goes on after a reload: in order, and not twice what was stored without an answer', async () => {
    const room = new FakeRoom()
    const one = enter(room, maya)
    await settle()
    one.connection.loses = (name) => name === 'message:send'
    one.connection.way = () => []
    for (const body of ['a', 'b', 'c']) one.store.send(body, null)
    await settle()
    expect(texts(room)).toEqual(['a'])
    one.store.stop()

    const page = { ...room.page(), seq: 0, messages: [] }
    const again = enter(room, maya, { page, shelf: one.shelf })
    await settle()
    expect(texts(room)).toEqual(['a', 'b', 'c'])
    expect(bodiesOf(again.store)).toEqual(['a', 'b', 'c'])
    expect(waiting(again)).toEqual([])
    expect(one.shelf.length).toBe(0)
  })

  it('keeps what is written offline and sends it on return', async () => {
    const room = new FakeRoom()
    const one = enter(room, maya)
    await settle()
    one.connection.setStatus('offline')
    one.store.send('a', null)
    one.store.send('b', null)
    await one.clock.advance(60_000)
    expect(waiting(one)).toEqual(['a: waiting', 'b: waiting'])
    one.connection.setStatus('online')
    await settle()
    expect(bodiesOf(one.store)).toEqual(['a', 'b'])
    expect(waiting(one)).toEqual([])
  })

  it('shows a message once when its event comes and its answer does not', async () => {
    const room = new FakeRoom()
    const one = enter(room, maya)
    await settle()
    one.connection.loses = (name) => name === 'message:send'
    one.store.send('a', null)
    await settle()
    expect(bodiesOf(one.store)).toEqual(['a'])
    expect(waiting(one)).toEqual([])
    await one.clock.advance(60_000)
    expect(sends(one)).toHaveLength(1)
  })

  it('shows a message when its answer comes and its event never does', async () => {
    const room = new FakeRoom()
    const one = enter(room, maya)
    await settle()
    one.connection.way = () => []
    room.say(personNamed('Kaveh'), 'unheard')
    one.store.send('a', null)
    await settle()
    expect(waiting(one)).toEqual(['a: sent'])
    await one.clock.advance(1_000)
    expect(bodiesOf(one.store)).toEqual(['unheard', 'a'])
    expect(waiting(one)).toEqual([])
  })

  it('tries again under the same id when the server is away, and waits as long as it is told', async () => {
    const room = new FakeRoom()
    const one = enter(room, maya)
    await settle()
    one.connection.refuse = (name) =>
      name === 'message:send' ? refusing('RateLimited', { retryAfter: 5_000 }) : undefined
    one.store.send('a', null)
    await one.clock.advance(4_000)
    expect(sends(one)).toHaveLength(1)
    one.connection.refuse = () => refusing('Unavailable')
    await one.clock.advance(1_000)
    expect(sends(one)).toHaveLength(2)
    expect(waiting(one)).toEqual(['a: waiting'])
    one.connection.refuse = () => undefined
    await one.clock.advance(30_000)
    expect(texts(room)).toEqual(['a'])
    expect(new Set(sends(one).map(({ input }) => input.clientId)).size).toBe(1)
  })

  it('sets a refused message aside, lets the others pass, and leaves it to its author', async () => {
    const room = new FakeRoom()
    const one = enter(room, maya)
    await settle()
    one.connection.refuse = (_, { body }) => (body === 'bad' ? refusing('Invalid') : undefined)
    one.store.send('bad', null)
    one.store.send('good', null)
    await settle()
    expect(waiting(one)).toEqual(['bad: refused'])
    expect(texts(room)).toEqual(['good'])
    one.store.stop()

    const again = enter(room, maya, { shelf: one.shelf })
    await settle()
    expect(waiting(again)).toEqual(['bad: refused'])
    const [refused] = again.store.getView().pending
    if (!refused) throw new Error('nothing was kept')
    again.store.retry(refused.clientId)
    await settle()
    expect(texts(room)).toEqual(['good', 'bad'])
    expect(one.shelf.length).toBe(0)
  })

  it('forgets what is discarded', async () => {
    const room = new FakeRoom()
    const one = enter(room, maya)
    await settle()
    one.connection.refuse = () => refusing('Forbidden')
    one.store.send('bad', null)
    await settle()
    const [refused] = one.store.getView().pending
    one.store.discard(refused?.clientId ?? '')
    expect(waiting(one)).toEqual([])
    expect(one.shelf.length).toBe(0)
  })

  it('survives two tabs of one person that carry the same messages', async () => {
    const room = new FakeRoom()
    const one = enter(room, maya)
    await settle()
    one.connection.setStatus('offline')
    for (const body of ['a', 'b', 'c']) one.store.send(body, null)
    const other = enter(room, maya, { shelf: one.shelf })
    one.connection.setStatus('online')
    await settle()
    for (const tab of [one, other]) {
      expect(bodiesOf(tab.store)).toEqual(['a', 'b', 'c'])
      expect(waiting(tab)).toEqual([])
    }
    expect(texts(room)).toEqual(['a', 'b', 'c'])
  })

  it('keeps messages of other people and rooms on the same device apart', async () => {
    const room = new FakeRoom()
    const one = enter(room, maya)
    one.connection.setStatus('offline')
    one.store.send('mine', null)
    const stranger = enter(room, personNamed('Linh'), { shelf: one.shelf })
    const elsewhere = enter(new FakeRoom(), maya, { shelf: one.shelf })
    await settle()
    expect(waiting(stranger)).toEqual([])
    expect(waiting(elsewhere)).toEqual([])
    expect(texts(room)).toEqual([])
  })
})
