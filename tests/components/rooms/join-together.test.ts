import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Answer, Request, Transport } from '@/components/realtime/transport'
import { RoomStore } from '@/components/rooms/room-store'
import {
  bodiesOf,
  FakeClock,
  FakeConnection,
  FakeRoom,
  FakeShelf,
  personNamed,
  settle,
} from './fake-room'

const maya = personNamed('Maya')
const kaveh = personNamed('Kaveh')

/** One connection to several rooms, as a tab has it. */
class FakeTab {
  readonly asked: { name: Request; input: Record<string, unknown> }[] = []
  readonly #connections: FakeConnection[]
  constructor(rooms: FakeRoom[]) {
    this.#connections = rooms.map((room) => new FakeConnection(room, maya))
  }
  #of(roomId: unknown) {
    return this.#connections.find(({ room }) => room.id === roomId)
  }
  transport(): Transport {
    const first = this.#connections[0] as FakeConnection
    return {
      request: async <Name extends Request>(name: Name, input: object): Promise<Answer<Name>> => {
        const fields = input as Record<string, unknown>
        this.asked.push({ name, input: fields })
        if (name !== 'rooms:join')
          return (await this.#of(fields.roomId)?.request(name, input)) as Answer<Name>
        const rooms = await Promise.all(
          (fields.rooms as { roomId: string }[]).map(async (room) => ({
            roomId: room.roomId,
            ...(await this.#of(room.roomId)?.request('room:join', room)),
          })),
        )
        return { ok: true, rooms } as never
      },
      hint: () => {},
      on: (name, listener) => {
        const stops = this.#connections.map((each) => each.on(name, listener))
        return () => {
          for (const stop of stops) stop()
        }
      },
      status: () => first.status(),
      onStatus: (listener) => first.onStatus(listener),
    }
  }
  setStatus(status: 'online' | 'reconnecting') {
    for (const each of [...this.#connections].reverse()) each.setStatus(status)
  }
  lose(room: FakeRoom) {
    const connection = this.#of(room.id)
    if (connection)
      connection.refuse = () => ({ ok: false, code: 'NotFound', message: 'Not here.' })
  }
  joins = () => this.asked.filter(({ name }) => name.endsWith(':join')).map(({ name }) => name)
}

it('joins all open rooms by one call after a reconnect, and each has its own answer', async () => {
  const rooms = [new FakeRoom(), new FakeRoom(), new FakeRoom()]
  const tab = new FakeTab(rooms)
  const transport = tab.transport()
  const clock = new FakeClock()
  const stores = rooms.map(
    (room) =>
      new RoomStore({ page: room.page(), me: maya, transport, shelf: new FakeShelf(), clock }),
  )
  stores[0]?.start()
  await settle()
  expect(tab.joins()).toEqual(['room:join'])
  for (const store of stores.slice(1)) store.start()
  await settle()
  expect(tab.joins()).toEqual(['room:join', 'rooms:join'])

  tab.setStatus('reconnecting')
  for (const [at, room] of rooms.entries())
    for (let said = 0; said <= at; said++) room.say(kaveh, `${at}.${said}`, randomUUID())
  const lost = rooms[1] as FakeRoom
  tab.lose(lost)
  tab.asked.splice(0)
  tab.setStatus('online')
  await settle()
  expect(tab.joins()).toEqual(['rooms:join'])
  expect(tab.asked.find(({ name }) => name === 'rooms:join')?.input.rooms).toHaveLength(3)
  expect(stores.map((store) => store.getView().phase)).toEqual(['live', 'closed', 'live'])
  expect(stores.map((store) => bodiesOf(store))).toEqual([['0.0'], [], ['2.0', '2.1', '2.2']])
})
