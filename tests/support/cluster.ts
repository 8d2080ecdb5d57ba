import type { ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { and, asc, eq } from 'drizzle-orm'
import { createClient } from 'redis'
import { db } from '@/db/client'
import { message, roomEvent } from '@/db/schema'
import { freePort } from '@/scripts/postgres'
import { addMember, createPerson, createProject } from './factories'
import { nodeProgram } from './fault-rounds'
import { startRedis } from './global-setup'
import { findFaults, History, healing, type Stored } from './history'
import { type Member, openMember } from './member'
import { type RunningNode, startNode, until } from './realtime'
import { startProxyTo, startTcpProxy, type TcpProxy } from './tcp-proxy'

/** A Redis of our own, to be killed, frozen, wiped and started again on its port. */
export async function startMortalRedis() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'prajix-redis-'))
  const port = await freePort()
  let running = await startRedis(folder, port)
  if (!running) throw new Error('no Redis could be started')
  const { url } = running
  const child = (): ChildProcess | undefined => running?.child
  return {
    url,
    async kill() {
      const gone = new Promise((resolve) => child()?.once('exit', resolve))
      child()?.kill('SIGKILL')
      await gone
      running = undefined
    },
    /** Connected and silent. */
    freeze: () => child()?.kill('SIGSTOP'),
    thaw: () => child()?.kill('SIGCONT'),
    async start() {
      running ??= await startRedis(folder, port)
      if (!running) throw new Error('Redis did not come back')
    },
    async wipe() {
      const client = createClient({ url })
      client.on('error', () => {})
      await client.connect()
      await client.flushAll()
      await client.close()
    },
    end() {
      child()?.kill('SIGKILL')
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}
export type MortalRedis = Awaited<ReturnType<typeof startMortalRedis>>

export type Place = {
  node(): RunningNode
  toRedis: TcpProxy | undefined
  toDatabase: TcpProxy
  isUp(): boolean
  start(): Promise<void>
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>
}
type Options = {
  redisUrl: string | undefined
  count?: number
  /** Of each node, by its place. */
  flags?: (at: number) => string[]
  env?: (at: number) => Record<string, string>
}

/** Real node processes, each with a proxy of its own before Redis and before the database. */
export async function startCluster({ redisUrl, count = 2, flags, env }: Options) {
  const databaseUrl = process.env.DATABASE_URL ?? ''
  const doors: TcpProxy[] = []
  async function startPlace(at: number): Promise<Place> {
    const toDatabase = await startProxyTo(databaseUrl)
    const toRedis = redisUrl ? await startProxyTo(redisUrl) : undefined
    let node: RunningNode | undefined
    // Not the child's own `killed`: a signal that merely asks it something sets that, too.
    let ending = false
    const place: Place = {
      toDatabase,
      toRedis,
      node() {
        if (!node) throw new Error('the node has not been started')
        return node
      },
      isUp: () =>
        node !== undefined &&
        !ending &&
        node.child.exitCode === null &&
        node.child.signalCode === null,
      async start() {
        node = await startNode({
          databaseUrl: toDatabase.through(databaseUrl),
          ...(toRedis && redisUrl ? { redisUrl: toRedis.through(redisUrl) } : {}),
          ...(nodeProgram ? { program: nodeProgram } : {}),
          flags: flags?.(at) ?? [],
          env: env?.(at) ?? {},
        })
        ending = false
      },
      end(signal) {
        ending = true
        return place.node().end(signal)
      },
    }
    await place.start()
    return place
  }
  const places = await Promise.all(Array.from({ length: count }, (_, at) => startPlace(at)))
  const place = (at: number) => {
    const found = places[at]
    if (!found) throw new Error(`no node ${at}`)
    return found
  }
  return {
    places,
    place,
    /** Where browsers come in that are led to this node first, and to the next when it is gone. */
    async door(first: number) {
      let preferred = first
      const opened = await startTcpProxy(() =>
        [...places.slice(preferred), ...places.slice(0, preferred)]
          .filter((each) => each.isUp())
          .map((each) => ({ host: 'localhost', port: Number(new URL(each.node().url).port) })),
      )
      doors.push(opened)
      const prefer = (at: number) => {
        preferred = at
      }
      return { proxy: opened, url: `http://localhost:${opened.port}`, prefer }
    },
    async startMissing() {
      await Promise.all(places.filter((each) => !each.isUp()).map((each) => each.start()))
    },
    heal() {
      for (const { toDatabase, toRedis } of places) {
        toDatabase.heal()
        toRedis?.heal()
      }
      for (const each of doors) each.heal()
    },
    async end() {
      await Promise.all(places.filter((each) => each.isUp()).map((each) => each.end('SIGKILL')))
      for (const { toDatabase, toRedis } of places)
        await Promise.all([toDatabase.close(), toRedis?.close()])
      await Promise.all(doors.map((each) => each.close()))
    },
  }
}
export type Cluster = Awaited<ReturnType<typeof startCluster>>

/** A room with so many people in it. */
export async function makeTeam(count: number) {
  const owner = await createPerson({ name: 'Member 0' })
  const others = await Promise.all(
    Array.from({ length: count - 1 }, (_, at) => createPerson({ name: `Member ${at + 1}` })),
  )
  const project = await createProject(owner)
  for (const person of others) await addMember(project.id, person)
  return { owner, people: [owner, ...others], project, roomId: project.roomId }
}

/** The same with each in their browser, by turns led to one node and the other. */
export async function gather(cluster: Cluster, count: number) {
  const team = await makeTeam(count)
  const history = new History()
  const doors = await Promise.all(cluster.places.map((_, at) => cluster.door(at)))
  const members = await Promise.all(
    team.people.map((person, at) =>
      openMember(doors[at % doors.length]?.url ?? '', person, team.roomId, history),
    ),
  )
  return { ...team, history, members, doors }
}

/** The room's log as it is stored. */
export async function readStored(roomId: string): Promise<Stored[]> {
  return (
    db()
      .select({ seq: roomEvent.seq, clientId: message.clientId })
      .from(roomEvent)
      // A message bears the number of the event that made it.
      .leftJoin(message, and(eq(message.roomId, roomEvent.roomId), eq(message.seq, roomEvent.seq)))
      .where(eq(roomEvent.roomId, roomId))
      .orderBy(asc(roomEvent.seq))
  )
}

/** Waits until everybody has sent everything and is shown everything. @returns what metric M has against it */
export async function judge(
  roomId: string,
  history: History,
  members: Member[],
  healedAt = history.now(),
): Promise<string[]> {
  const settled = async () => {
    if (!members.every((member) => member.isLive() && member.hasSent())) return false
    const stored = await readStored(roomId)
    return members.every((member) =>
      stored.every(({ clientId, seq }) => clientId === null || member.isShown(clientId, seq)),
    )
  }
  // Whoever does not settle is told of by the checker, in better words.
  await until('everybody is shown everything', settled, 4 * healing).catch(() => {})
  return findFaults(history, await readStored(roomId), healedAt)
}

/** Waits for so many more acks, from everybody together. */
export function moreAcks(history: History, more: number) {
  const before = history.count('acked')
  return until(`${more} more acks`, () => history.count('acked') >= before + more)
}
