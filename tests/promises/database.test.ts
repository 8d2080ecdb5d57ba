import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { closeDatabase } from '@/db/client'
import { type Cluster, gather, judge, moreAcks, startCluster } from '../support/cluster'
import { type Member, talk } from '../support/member'
import { type MortalPostgres, startMortalPostgres } from '../support/mortal-postgres'
import { ask, connect, type TestSocket, until } from '../support/realtime'

let postgres: MortalPostgres
let cluster: Cluster
beforeAll(async () => {
  postgres = await startMortalPostgres()
  process.env.DATABASE_URL = postgres.url
  cluster = await startCluster({ redisUrl: undefined, count: 1 })
})
afterAll(async () => {
  await cluster?.end()
  await closeDatabase()
  await postgres?.end()
})
const open: (Member | TestSocket)[] = []
afterEach(() => {
  for (const each of open.splice(0)) each.close()
})

it.each([
  ['in order', () => postgres.stop()],
  ['by a kill', () => postgres.kill()],
])(
  'promise 5: PostgreSQL restarts %s: sends fail visibly, and are repeated',
  async (_how, end) => {
    const { owner, roomId, history, members } = await gather(cluster, 3)
    open.push(...members)
    const socket = await connect(cluster.place(0).node().url, owner)
    open.push(socket)
    const stop = talk(members, 5)
    await moreAcks(history, 10)
    await end()
    // What nobody repeats is no message: its refusal says so.
    const asked = { roomId, clientId: randomUUID(), body: 'Once' }
    expect(await ask(socket, 'message:send', asked)).toMatchObject({
      ok: false,
      code: 'Unavailable',
    })
    await until('everybody sees that theirs wait', () =>
      members.every(
        ({ store, transport }) =>
          (transport().waits.get('Unavailable') ?? 0) > 0 && store().getView().pending.length > 0,
      ),
    )
    await postgres.start()
    const healedAt = history.now()
    await moreAcks(history, 10)
    stop()
    expect(await judge(roomId, history, members, healedAt)).toEqual([])
    for (const { transport } of members) expect(transport().waits.get('Unknown')).toBeUndefined()
    expect(cluster.place(0).node().child.exitCode).toBeNull()
  },
  120_000,
)
