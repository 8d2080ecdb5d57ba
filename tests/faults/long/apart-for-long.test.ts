import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import {
  type Cluster,
  gather,
  judge,
  type MortalRedis,
  moreAcks,
  startCluster,
  startMortalRedis,
} from '../../support/cluster'
import { type Member, openMember, talk } from '../../support/member'
import { until } from '../../support/realtime'

/* What takes its time by its nature: long outages, and connections that a network has silently forgotten. */
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
const open: Member[] = []
afterEach(() => {
  cluster?.heal()
  for (const each of open.splice(0)) each.close()
})
async function enter(count: number) {
  const room = await gather(cluster, count)
  open.push(...room.members)
  return room
}
const isReady = async (at: number) =>
  (await fetch(`${cluster.place(at).node().url}/readyz`).catch(() => undefined))?.status === 200
const seconds = (count: number) => new Promise((resolve) => setTimeout(resolve, count * 1_000))

describe.skipIf(!hasRedis)('over a long time', { timeout: 300_000 }, () => {
  it('promise 3: Redis restarts after 30 s, and no process ends', async () => {
    const { roomId, history, members } = await enter(4)
    const stop = talk(members, 2)
    await moreAcks(history, 4)
    await redis.kill()
    const away = seconds(30)
    await moreAcks(history, 20)
    await away
    await redis.start()
    const healedAt = history.now()
    await moreAcks(history, 8)
    stop()
    expect(await judge(roomId, history, members, healedAt)).toEqual([])
    expect(cluster.places.map((place) => place.node().child.exitCode)).toEqual([null, null])
    await until('Redis is used again', async () => (await isReady(0)) && (await isReady(1)))
  })

  it('promise 6: node and Redis are apart: connections that the network forgot are replaced', async () => {
    const { roomId, history, members } = await enter(4)
    const stop = talk(members, 5)
    await moreAcks(history, 4)
    cluster.place(0).toRedis?.forget()
    const healedAt = history.now()
    await moreAcks(history, 20)
    await until('it was noticed', () =>
      cluster
        .place(0)
        .node()
        .log.some((line) => line.includes('redis is away')),
    )
    await until('Redis is used again', () => isReady(0), 30_000)
    await moreAcks(history, 20)
    stop()
    expect(await judge(roomId, history, members, healedAt)).toEqual([])
    // Leaving in order waits for no answer that never comes.
    cluster.place(0).toRedis?.forget()
    expect(await cluster.place(0).end('SIGTERM')).toBe(0)
  })

  it('promise 7: node and PostgreSQL are apart: connections that the network forgot are replaced', async () => {
    const { roomId, history, members } = await enter(4)
    const stop = talk(members, 2)
    await moreAcks(history, 4)
    cluster.place(0).toDatabase.forget()
    const [first] = members
    if (!first) throw new Error('nobody')
    const before = first.acked()
    await until('whoever is on it is heard again', () => first.acked() > before, 45_000)
    const healedAt = history.now()
    stop()
    // Not what is stored alone: whoever comes is let in, and reads.
    await first.reload()
    await until('whoever comes to it now is in the room', first.isLive)
    expect(await judge(roomId, history, members, healedAt)).toEqual([])
  })

  it('promises 5 and 7: sends that waited through a minute without a database go out within 5 s', async () => {
    const { roomId, history, members } = await enter(4)
    const stop = talk(members, 1)
    await moreAcks(history, 4)
    for (const { toDatabase } of cluster.places) toDatabase.cut()
    const began = history.count('acked')
    await seconds(60)
    stop()
    cluster.heal()
    const healedAt = history.now()
    await until(
      'everybody is heard again',
      () =>
        members.every(({ log }) =>
          log.entries.some((one) => one.what === 'acked' && one.at > healedAt),
        ),
      5_000,
    )
    expect(history.count('acked')).toBeGreaterThan(began)
    // Each sends its messages one by one, so the last comes later; whatever is acknowledged is shown in time.
    expect(await judge(roomId, history, members, healedAt)).toEqual([])
  })

  it('promise 8: who is cut off without a word is no longer shown as present after 45 s', async () => {
    const { roomId, people, history, members } = await enter(2)
    const [, lost] = people
    const [watcher] = members
    if (!lost || !watcher) throw new Error('nobody')
    members[1]?.close()
    const door = await cluster.door(1)
    const half = await openMember(door.url, lost, roomId, history)
    open.push(half)
    const sees = () => watcher.store().getView().present.has(lost.personId)
    await until('they are seen', sees)
    door.proxy.forget()
    // Neither does their browser come back by another way.
    const socket = half.socket()
    socket.io.reconnection(false)
    await until('they are gone', () => !sees(), 45_000)
  })
})
