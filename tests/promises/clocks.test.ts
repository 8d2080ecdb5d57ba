import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { realClock } from '@/components/rooms/clock'
import { type Cluster, judge, makeTeam, moreAcks, startCluster } from '../support/cluster'
import { History } from '../support/history'
import { type Member, openMember, talk } from '../support/member'
import { until } from '../support/realtime'

const redisUrl = inject('redisUrl')
const hour = 3_600_000
let cluster: Cluster
const members: Member[] = []
beforeAll(async () => {
  if (!redisUrl) return
  cluster = await startCluster({
    redisUrl,
    flags: () => ['--import', './tests/support/shift-clock.js'],
    env: (at) => ({ CLOCK_SHIFT: String(at ? hour : -hour) }),
  })
})
afterEach(() => {
  for (const member of members.splice(0)) member.close()
})
afterAll(() => cluster?.end())

describe.skipIf(redisUrl === undefined)('with clocks an hour apart', { timeout: 90_000 }, () => {
  it('promise 16: nothing depends on the clocks of nodes and browsers', async () => {
    const { people, roomId } = await makeTeam(4)
    const history = new History()
    for (const [at, person] of people.entries()) {
      const { url } = await cluster.door(at % 2)
      // One browser an hour ahead and one behind on each node.
      const shift = at < 2 ? hour : -hour
      const clock = { ...realClock, now: () => Date.now() + shift }
      members.push(await openMember(url, person, roomId, history, { clock }))
    }
    for (const { node } of cluster.places) {
      const { time } = JSON.parse(node().log[0] ?? '{}') as { time: number }
      expect(Math.abs(Date.now() - time)).toBeGreaterThan(hour / 2)
    }
    const stop = talk(members, 10)
    await moreAcks(history, 40)
    await cluster.place(1).end('SIGKILL')
    const healedAt = history.now()
    await moreAcks(history, 40)
    await cluster.startMissing()
    stop()
    expect(await judge(roomId, history, members, healedAt)).toEqual([])
    // Who is there, and for how long, goes by no node's clock either.
    const all = people.map(({ personId }) => personId).sort()
    await until('everybody is seen', () =>
      members.every(({ store }) => [...store().getView().present].sort().join() === all.join()),
    )
    // The time of a message is the database's.
    const now = Date.now()
    for (const { createdAt } of members[0]?.store().getView().messages ?? [])
      expect(Math.abs(now - new Date(createdAt).getTime())).toBeLessThan(hour / 2)
  })
})
