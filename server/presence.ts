import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import { channel } from '@/contracts/realtime'
import type { Seat } from '@/domain/rooms/find-lost-seats'
import type { RealtimeServer } from './realtime-server'
import type { RedisLink } from './redis-link'
import { within } from './within'

const refreshEvery = 10_000
/** A node that died stops refreshing: its people fade after this many milliseconds. */
const lifetime = 30_000
/** Arrivals and departures of one room within this time are told together. */
const gather = 100
/** A join does not wait longer than this to learn who is there. */
const patience = 500

/*
 * One sorted set per room: member "person|node", scored by its expiry. The clock is Redis' own, because
 * nodes' clocks disagree. Removes what expired, adds or removes the given, answers who is there.
 */
const script = `
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
for i = 3, #ARGV do
  if ARGV[1] == 'add' then redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[i])
  else redis.call('ZREM', KEYS[1], ARGV[i]) end
end
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return redis.call('ZRANGE', KEYS[1], 0, -1)`

export type Presence = {
  /** @returns everybody in the room, this person included */
  enter(roomId: string, personId: string, socketId: string): Promise<string[]>
  leave(roomId: string, personId: string, socketId: string): void
  /** Who is in the room, as last told to this node. */
  presentIn(roomId: string): Set<string>
  /** Another node told the room. */
  learn(roomId: string, present: string[]): void
  socketsOf(roomId: string, personId: string): string[]
  seats(): Seat[]
  refresh(): Promise<void>
  stop(): void
}

/** Who is in which room; several tabs of one person count once. Lives in Redis, or here on a single node. */
export function createPresence(io: RealtimeServer, redis: RedisLink | null, log: Logger): Presence {
  const nodeId = randomUUID().slice(0, 8)
  const local = new Map<string, Map<string, Set<string>>>()
  const known = new Map<string, Set<string>>()
  const due = new Map<string, NodeJS.Timeout>()

  const here = (roomId: string) => [...(local.get(roomId)?.keys() ?? [])]
  async function read(roomId: string, change: 'add' | 'remove', personIds: string[]) {
    if (!redis) return here(roomId)
    // While Redis is away nobody else is known to have come or gone.
    const guess = () => [...new Set([...(known.get(roomId) ?? []), ...here(roomId)])]
    if (!redis.healthy()) return guess()
    try {
      const asked = redis.commands.eval(script, {
        keys: [`prajix:presence:${roomId}`],
        arguments: [change, String(lifetime), ...personIds.map((id) => `${id}|${nodeId}`)],
      })
      const members = await within(patience, asked)
      if (!members) return guess()
      const people = (members as string[]).map((member) => member.slice(0, member.indexOf('|')))
      return [...new Set(people)].sort()
    } catch (error) {
      log.warn({ err: error }, 'presence could not be shared')
      return guess()
    }
  }
  const remember = (roomId: string, present: string[]) => {
    if (local.has(roomId)) known.set(roomId, new Set(present))
    else known.delete(roomId)
  }
  const tellSoon = (roomId: string) => {
    if (due.has(roomId)) return
    const tell = async () => {
      due.delete(roomId)
      const present = await read(roomId, 'add', here(roomId))
      remember(roomId, present)
      io.to(channel.room(roomId)).emit('presence:changed', { roomId, present })
    }
    due.set(
      roomId,
      setTimeout(() => void tell(), gather),
    )
  }
  async function refresh() {
    for (const roomId of [...local.keys()]) {
      const before = known.get(roomId) ?? new Set()
      const present = await read(roomId, 'add', here(roomId))
      const same = present.length === before.size && present.every((id) => before.has(id))
      remember(roomId, present)
      // To all nodes: one that was back before this one has not learnt of the people here.
      if (!same) io.to(channel.room(roomId)).emit('presence:changed', { roomId, present })
    }
  }
  const timer = setInterval(() => void refresh(), refreshEvery)

  return {
    async enter(roomId, personId, socketId) {
      const people = local.get(roomId) ?? new Map<string, Set<string>>()
      local.set(roomId, people)
      const sockets = people.get(personId) ?? new Set<string>()
      people.set(personId, sockets)
      sockets.add(socketId)
      const was = known.get(roomId)?.has(personId) ?? false
      const present = await read(roomId, 'add', [personId])
      remember(roomId, present)
      if (!was) tellSoon(roomId)
      return present
    },
    leave(roomId, personId, socketId) {
      const people = local.get(roomId)
      const sockets = people?.get(personId)
      if (!people || !sockets?.delete(socketId) || sockets.size > 0) return
      people.delete(personId)
      known.get(roomId)?.delete(personId)
      if (people.size === 0) local.delete(roomId)
      void read(roomId, 'remove', [personId]).then(() => tellSoon(roomId))
    },
    presentIn: (roomId) => known.get(roomId) ?? new Set(),
    learn: remember,
    socketsOf: (roomId, personId) => [...(local.get(roomId)?.get(personId) ?? [])],
    seats: () =>
      [...local].flatMap(([roomId, people]) =>
        [...people.keys()].map((personId) => ({ roomId, personId })),
      ),
    refresh,
    stop() {
      clearInterval(timer)
      for (const each of due.values()) clearTimeout(each)
    },
  }
}
