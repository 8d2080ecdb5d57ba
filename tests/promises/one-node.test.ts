import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { attack } from '../support/attack'
import { churn } from '../support/churn'
import { type Cluster, gather, judge, moreAcks, startCluster } from '../support/cluster'
import { rounds } from '../support/fault-rounds'
import { type Member, talk } from '../support/member'
import { ask, connect, type TestSocket, until } from '../support/realtime'
import { storeMany, tellRoom } from '../support/store-many'

/* Promises that one node keeps alone. It is a process of its own, as production runs it. */
let cluster: Cluster
beforeAll(async () => {
  cluster = await startCluster({
    redisUrl: undefined,
    count: 1,
    flags: () => ['--expose-gc', '--import', './tests/support/report-heap.js'],
  })
})
afterAll(() => cluster.end())
const open: (Member | TestSocket)[] = []
afterEach(() => {
  cluster.heal()
  for (const each of open.splice(0)) each.close()
})
async function enter(count: number) {
  const room = await gather(cluster, count)
  open.push(...room.members)
  const [first, second] = room.members
  if (!first || !second) throw new Error('nobody')
  return { ...room, first, second }
}
const node = () => cluster.place(0).node()
async function connectRaw(actor: Member['actor']) {
  const socket = await connect(node().url, actor)
  open.push(socket)
  return socket
}

describe('on one node', { timeout: 600_000 }, () => {
  it.each([1, 500, 10_000])('promise 10: back after %i messages', async (count) => {
    const { roomId, owner, history, members, first, second } = await enter(2)
    first.say()
    expect(await judge(roomId, history, members)).toEqual([])
    const door = await cluster.door(0)
    await second.reload(door.url)
    await until('they are back by their own door', second.isLive)
    door.proxy.cut()
    await until('they are away', () => second.transport().status() !== 'online')
    const crowd = history.client('crowd', false)
    await tellRoom(roomId, await storeMany(roomId, owner.personId, count, crowd))
    door.proxy.heal()
    const healedAt = history.now()
    await until('they are back', second.isLive)
    second.say()
    expect(await judge(roomId, history, members, healedAt)).toEqual([])
    // Pages of the past join on without a gap.
    const seqs = () =>
      second
        .store()
        .getView()
        .messages.map(({ seq }) => seq)
    expect(seqs().at(-1)).toBe(count + 2)
    for (let page = 0; page < 3 && second.store().getView().more; page++)
      expect(await second.store().loadOlder()).toBe(true)
    const [oldest = 0] = seqs()
    expect(seqs()).toEqual(seqs().map((_, at) => oldest + at))
    while (second.store().getView().newer) expect(await second.store().loadNewer()).toBe(true)
    expect(seqs().at(-1)).toBe(count + 2)
  })

  it('promise 12: a reader who takes nothing is dropped at 1 MB, and the others get everything', async () => {
    const { roomId, owner, history, members, second } = await enter(2)
    const others = await enter(2)
    const door = await cluster.door(0)
    await second.reload(door.url)
    await until('they are back by their own door', second.isLive)
    const stop = talk(others.members, 10)
    door.proxy.hold('down')
    const crowd = history.client('crowd', false)
    const dropped = () => node().log.some((line) => line.includes('a stalled reader is dropped'))
    for (let batch = 0; batch < 40 && !dropped(); batch++) {
      const stored = await storeMany(roomId, owner.personId, 100, crowd, 8_000)
      await tellRoom(roomId, stored)
      await until('the one who reads has it', () => members[0]?.isShownUpTo(stored.to) ?? false)
    }
    await until('the stalled one is dropped', dropped)
    await moreAcks(others.history, 10)
    stop()
    expect(await judge(others.roomId, others.history, others.members)).toEqual([])
    door.proxy.heal()
    // Comes back, and is shown what it did not take.
    expect(await judge(roomId, history, members)).toEqual([])
  })

  it('promise 13: whoever sends too much is refused with the time to wait, and is heard again in 10 s', async () => {
    const { roomId, owner, history, members, first, second } = await enter(2)
    for (let round = 0; round < rounds(1, 6); round++) {
      const sockets = await Promise.all([connectRaw(owner), connectRaw(owner)])
      const log = history.client(`flood ${round}`, false)
      const flood = Array.from({ length: 300 }, async (_, at) => {
        const clientId = randomUUID()
        log.note({ what: 'sent', clientId })
        const answer = await ask(sockets[at % 2] as TestSocket, 'message:send', {
          roomId,
          clientId,
          body: `Flood ${at}`,
        })
        if (answer.ok) log.note({ what: 'acked', clientId, seq: answer.event.seq })
        else log.note({ what: 'refused', clientId, why: answer.code ?? '' })
        return answer
      })
      const answers = await Promise.all(flood)
      const refused = answers.filter(({ ok }) => !ok)
      expect(refused.length).toBeGreaterThan(0)
      expect(refused.length).toBeLessThan(answers.length)
      for (const { code, retryAfter } of refused) {
        expect(code).toBe('RateLimited')
        expect(retryAfter).toBeGreaterThan(0)
        expect(retryAfter).toBeLessThanOrEqual(10_000)
      }
      const before = { first: first.acked(), second: second.acked() }
      first.say()
      first.say()
      // Others are heard meanwhile; the author's own browser waits, says so, and sends in the end.
      second.say()
      await until('another is heard', () => second.acked() > before.second)
      await until('their own is heard', () => first.acked() === before.first + 2, 15_000)
    }
    expect(first.transport().waits.get('RateLimited')).toBeGreaterThan(0)
    expect(await judge(roomId, history, members)).toEqual([])
  })

  it('promise 19: no frame, however malformed or huge, ends the process or is noticed by others', async () => {
    const { roomId, owner, history, members } = await enter(2)
    const stop = talk(members, 5)
    // By somebody who may write here: their own browser is among those that notice nothing.
    for (let round = 0; round < rounds(1, 10); round++) await attack(node().url, owner, roomId)
    await moreAcks(history, 10)
    stop()
    expect(node().child.exitCode).toBeNull()
    expect(node().log.filter((line) => line.includes('an event failed'))).toEqual([])
    expect(await judge(roomId, history, members)).toEqual([])
    for (const { socket } of members) expect(socket().connected).toBe(true)
  })

  it('promise 20: sockets come and go, and the memory stays flat', async () => {
    await churn({ node: node(), sockets: rounds(100, 10_000), rounds: rounds(6, 20) })
  })
})
