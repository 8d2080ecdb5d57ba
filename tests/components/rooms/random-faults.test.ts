import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bodiesOf, enter, FakeRoom, personNamed, settle } from './fake-room'

const step = fc.oneof(
  fc.record({ do: fc.constant('say' as const), who: fc.nat(1) }),
  fc.record({ do: fc.constant('lose answers' as const), who: fc.nat(1), on: fc.boolean() }),
  fc.record({ do: fc.constant('lose events' as const), who: fc.nat(1), on: fc.boolean() }),
  fc.record({ do: fc.constant('turn round' as const), who: fc.nat(1) }),
  fc.record({ do: fc.constant('cut' as const), who: fc.nat(1), on: fc.boolean() }),
  fc.record({ do: fc.constant('reload' as const), who: fc.nat(1) }),
  fc.record({ do: fc.constant('wait' as const), who: fc.nat(1) }),
)

it('whatever is lost, doubled, turned round, cut or reloaded: both end with every message once, in one order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60, size: 'max' }), async (steps) => {
      const room = new FakeRoom()
      room.pageSize = 3
      room.limit = 12
      const names = [personNamed('Maya'), personNamed('Kaveh')]
      const seats = names.map((person) => enter(room, person))
      const said: string[][] = [[], []]
      for (const { do: what, who, ...rest } of steps) {
        const seat = seats[who]
        const person = names[who]
        if (!seat || !person) continue
        const on = 'on' in rest && rest.on
        const { connection, store, clock, shelf } = seat
        if (what === 'say') {
          const body = `${who}.${said[who]?.length}`
          said[who]?.push(body)
          store.send(body, null)
        } else if (what === 'lose answers') connection.loses = () => on
        else if (what === 'lose events') connection.way = (events) => (on ? [] : [events])
        else if (what === 'turn round')
          connection.way = (events) => [...events, ...events].reverse().map((event) => [event])
        else if (what === 'cut') connection.setStatus(on ? 'offline' : 'online')
        else if (what === 'reload') {
          store.stop()
          room.connections.delete(connection)
          seats[who] = enter(room, person, { shelf, clock })
        } else await clock.advance(500)
        await settle()
      }
      for (const { connection } of seats) {
        connection.loses = () => false
        connection.way = (events) => [events]
        connection.setStatus('reconnecting')
        connection.setStatus('online')
      }
      for (let rounds = 0; rounds < 20; rounds++)
        for (const { clock } of seats) await clock.advance(31_000)

      const order = room.page(1_000).messages.map(({ body }) => body)
      for (const mine of [0, 1])
        expect(order.filter((body) => body.startsWith(`${mine}.`))).toEqual(said[mine])
      for (const { store, shelf } of seats) {
        expect(store.getView().pending).toEqual([])
        expect(shelf.length).toBe(0)
        while (store.getView().more) expect(await store.loadOlder()).toBe(true)
        expect(bodiesOf(store)).toEqual(order)
      }
    }),
    { numRuns: 150 },
  )
})
