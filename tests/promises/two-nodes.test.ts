import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import {
  type Cluster,
  gather,
  judge,
  type MortalRedis,
  makeTeam,
  moreAcks,
  readStored,
  startCluster,
  startMortalRedis,
} from '../support/cluster'
import { rounds } from '../support/fault-rounds'
import { History } from '../support/history'
import { type Member, openMember, talk } from '../support/member'
import { ask, connect, type TestSocket, until } from '../support/realtime'

/*
 * Promises of rooms on two nodes over one Redis and one PostgreSQL. People are the product's own browser code;
 * each time a history of what they sent, were told and were shown is judged as a whole.
 */
const hasRedis = inject('redisUrl') !== undefined
let redis: MortalRedis
let cluster: Cluster
beforeAll(async () => {
  if (!hasRedis) return
  redis = await startMortalRedis()
  cluster = await startCluster({ redisUrl: redis.url })
})
afterAll(async () => {
  await cluster?.end()
  redis?.end()
})
beforeEach(() => cluster?.startMissing())
const open: (Member | TestSocket)[] = []
afterEach(() => {
  cluster?.heal()
  for (const each of open.splice(0)) each.close()
})
async function enter(count: number) {
  const room = await gather(cluster, count)
  open.push(...room.members)
  return room
}
type Room = Awaited<ReturnType<typeof enter>>
/** Everybody talks while something happens; afterwards every promise of the history has to hold. */
async function talkThrough(
  { roomId, history, members }: Room,
  perSecond: number,
  fault: () => Promise<unknown>,
) {
  const stop = talk(members, perSecond)
  await moreAcks(history, members.length)
  await fault()
  const healedAt = history.now()
  await moreAcks(history, 2 * members.length)
  stop()
  expect(await judge(roomId, history, members, healedAt)).toEqual([])
  for (const member of members) expect(member.acked()).toBeGreaterThan(0)
}
const nodesRun = () => cluster.places.map((place) => place.node().child.exitCode)

describe.skipIf(!hasRedis)('on two nodes', { timeout: 900_000 }, () => {
  it('promise 1: an ack means stored, when its node is killed between the two', async () => {
    const { people, roomId } = await makeTeam(1)
    const [person] = people
    if (!person) throw new Error('nobody')
    const history = new History()
    const door = await cluster.door(0)
    const member = await openMember(door.url, person, roomId, history)
    open.push(member)
    for (let round = 0; round < rounds(2, 100); round++) {
      const place = cluster.place(round % 2)
      const words = `Round ${round}, and no other.`
      const acked = member.acked()
      const killed = new Promise((resolve) => {
        // Either nothing was stored yet, or it was and nobody has heard of it.
        place.toDatabase.trap(words, round % 2 ? 'after' : 'before', () => resolve(undefined))
      })
      const clientId = member.say(words)
      await killed
      if (round % 2)
        await until('it is stored', async () =>
          (await readStored(roomId)).some((one) => one.clientId === clientId),
        )
      door.prefer((round + 1) % 2)
      await place.end('SIGKILL')
      expect(member.acked()).toBe(acked)
      place.toDatabase.heal()
      const healedAt = history.now()
      await Promise.all([
        place.start(),
        until('it is repeated and acknowledged', () => member.acked() === acked + 1),
      ])
      expect(await judge(roomId, history, [member], healedAt)).toEqual([])
    }
  })

  it('promise 2: a node dies at 50 messages a second', async () => {
    const room = await enter(10)
    await talkThrough(room, 5, async () => {
      await cluster.place(1).end('SIGKILL')
      await moreAcks(room.history, 50)
    })
  })

  it('promise 3: Redis restarts after 2 s, and no process ends', async () => {
    const room = await enter(4)
    await talkThrough(room, 10, async () => {
      await redis.kill()
      const away = new Promise((resolve) => setTimeout(resolve, 2_000))
      await moreAcks(room.history, 20)
      await away
      await redis.start()
    })
    expect(nodesRun()).toEqual([null, null])
  })

  it('promise 4: Redis is wiped, and who is there is known again in 30 s', async () => {
    const { people, roomId, members } = await enter(4)
    const all = people.map(({ personId }) => personId).sort()
    const seen = ({ store }: Member) => [...store().getView().present].sort().join()
    await until('everybody sees everybody', () => members.every((one) => seen(one) === all.join()))
    await redis.wipe()
    const wiped = performance.now()
    const [first] = people
    if (!first) throw new Error('nobody')
    // Somebody who comes in now asks Redis.
    await until(
      'both nodes tell of everybody',
      async () => {
        for (const place of cluster.places) {
          const socket = await connect(place.node().url, first)
          const { present } = await ask(socket, 'room:join', { roomId, afterSeq: 0 })
          socket.close()
          if ([...present].sort().join() !== all.join()) return false
        }
        return members.every((one) => seen(one) === all.join())
      },
      30_000,
    )
    expect(performance.now() - wiped).toBeLessThan(30_000)
  })

  it.each([
    ['cut', (at: number) => cluster.place(at).toRedis?.cut()],
    ['silent both ways', (at: number) => cluster.place(at).toRedis?.hold('both')],
    ['silent towards Redis', (at: number) => cluster.place(at).toRedis?.hold('up')],
    ['silent from Redis', (at: number) => cluster.place(at).toRedis?.hold('down')],
  ])('promise 6: node and Redis are apart: %s', async (_how, part) => {
    const room = await enter(4)
    await talkThrough(room, 10, async () => {
      part(0)
      await moreAcks(room.history, 20)
      // Everybody hears of everything meanwhile, by way of the database.
      const heard = room.history.count('acked')
      await until('all are shown what was said', () =>
        room.members.every(({ log }) => log.count('shown') >= heard),
      )
      cluster.heal()
    })
    expect(nodesRun()).toEqual([null, null])
  })

  it.each([
    ['cut', (at: number) => cluster.place(at).toDatabase.cut()],
    ['silent', (at: number) => cluster.place(at).toDatabase.hold('both')],
  ])(
    'promise 7: node and PostgreSQL are apart: %s: no false ack, and all is told',
    async (how, part) => {
      const room = await enter(4)
      const { owner } = room
      const flooding = await connect(cluster.place(0).node().url, owner)
      open.push(flooding)
      await talkThrough(room, 5, async () => {
        part(0)
        // Far more than the pool has connections: each is answered, and none as stored.
        const flood = Array.from({ length: 60 }, () =>
          ask(flooding, 'message:send', {
            roomId: randomUUID(),
            clientId: randomUUID(),
            body: 'Hm',
          }),
        )
        await moreAcks(room.history, 10)
        if (how === 'cut')
          expect((await Promise.all(flood)).filter(({ code }) => code !== 'Unavailable')).toEqual(
            [],
          )
        cluster.heal()
        expect((await Promise.all(flood)).filter(({ ok }) => ok)).toEqual([])
      })
    },
  )

  it('promise 9: the same send fifty times, in parallel, on both nodes, is one message', async () => {
    const { owner, roomId, history, members } = await enter(2)
    const sockets = await Promise.all(
      [0, 1].map((at) => connect(cluster.place(at).node().url, owner)),
    )
    open.push(...sockets)
    const clientId = randomUUID()
    const log = history.client('fifty', false)
    log.note({ what: 'sent', clientId })
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        ask(sockets[at % 2] as TestSocket, 'message:send', { roomId, clientId, body: 'Once' }),
      ),
    )
    log.note({ what: 'acked', clientId, seq: 1 })
    for (const answer of answers) expect(answer).toMatchObject({ ok: true, event: { seq: 1 } })
    expect(await judge(roomId, history, members)).toEqual([])
    for (const { store } of members) expect(store().getView().messages).toHaveLength(1)
  })

  it('promise 11: two hundred senders on two nodes see one order', async () => {
    const many = rounds(40, 200)
    const each = rounds(5, 10)
    const { people, roomId } = await makeTeam(many)
    const history = new History()
    const sockets = await Promise.all(
      people.map((person, at) => connect(cluster.place(at % 2).node().url, person)),
    )
    open.push(...sockets)
    const total = many * each
    const orders = sockets.map(() => new Map<number, string>())
    for (const [at, socket] of sockets.entries()) {
      socket.on('room:advanced', ({ events }) => {
        for (const event of events)
          if (event.kind === 'message:created') orders[at]?.set(event.seq, event.message.clientId)
      })
      expect(await ask(socket, 'room:join', { roomId, afterSeq: 0 })).toMatchObject({ ok: true })
    }
    const logs = people.map((person) => history.client(person.name))
    const started = performance.now()
    await Promise.all(
      sockets.map(async (socket, who) => {
        for (let at = 0; at < each; at++) {
          // 400 a second of all together.
          const due = started + ((at * many + who) * 1_000) / 400
          await new Promise((resolve) => setTimeout(resolve, due - performance.now()))
          const clientId = randomUUID()
          logs[who]?.note({ what: 'sent', clientId })
          const answer = await ask(socket, 'message:send', { roomId, clientId, body: `${at}` })
          logs[who]?.note({ what: 'acked', clientId, seq: answer.event.seq })
        }
      }),
    )
    await until('everybody has everything', () => orders.every((order) => order.size === total))
    const [first] = orders
    for (const order of orders)
      for (const [seq, clientId] of order) if (first?.get(seq) !== clientId) expect(seq).toBe(0)
    expect(await judge(roomId, history, [])).toEqual([])
  })

  it('promise 14: at SIGTERM clients leave one after the other, and nothing is lost', async () => {
    const room = await enter(6)
    const idle = await Promise.all(
      Array.from({ length: 60 }, () => connect(cluster.place(0).node().url, room.owner)),
    )
    open.push(...idle)
    const left: number[] = []
    for (const socket of idle) {
      socket.io.reconnection(false)
      socket.on('disconnect', () => left.push(performance.now()))
    }
    await talkThrough(room, 10, async () => {
      expect(await cluster.place(0).end('SIGTERM')).toBe(0)
      await until('all have been sent away', () => left.length === idle.length)
    })
    // Twenty milliseconds between two goodbyes: a timer may be late, and never early.
    expect((left.at(-1) ?? 0) - (left[0] ?? 0)).toBeGreaterThan(0.8 * 20 * idle.length)
  })

  it('promise 15: two tabs of one person, on two nodes, agree', async () => {
    const { owner, roomId, history, members, doors } = await enter(2)
    const [tab] = members
    const [, door] = doors
    if (!tab || !door) throw new Error('nobody')
    // What the first tab could not send yet lies on the device, and the second tab takes it up too.
    doors[0]?.proxy.cut()
    await until('the first tab is cut off', () => tab.transport().status() !== 'online')
    for (let at = 0; at < 5; at++) tab.say()
    const other = await openMember(door.url, owner, roomId, history, {
      shelf: tab.shelf,
      name: 'Other tab',
    })
    open.push(other)
    await until('the second tab has sent it', () => other.store().getView().messages.length === 5)
    doors[0]?.proxy.heal()
    for (let at = 0; at < 5; at++) for (const one of [tab, other]) one.say()
    expect(await judge(roomId, history, [...members, other])).toEqual([])
    const ids = (one: Member) =>
      one
        .store()
        .getView()
        .messages.map(({ clientId }) => clientId)
    expect(ids(tab)).toEqual(ids(other))
    expect(ids(tab)).toHaveLength(15)
    // One has read it: so says the page that the other is shown next.
    other.store().look(true, true)
    await until('it is read', async () => {
      await tab.reload()
      return tab.store().getView().unread === 0
    })
    // One person, however many tabs.
    const people = members.map(({ actor }) => actor.personId).sort()
    await until(
      'both are seen, once each',
      () => [...tab.store().getView().present].sort().join() === people.join(),
    )
  })
})
