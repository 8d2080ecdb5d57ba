import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import { channel, listedPresence, type PresenceView } from '@/contracts/realtime'
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
 * One sorted set per room: member "person|node", or "person|node|away" while nobody sits before any of their
 * tabs on that node, scored by its expiry. The clock is Redis' own, because nodes' clocks disagree. Removes
 * what expired, adds the first and removes the second of each pair given, or removes both; answers who is there.
 */
const script = `
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
for i = 3, #ARGV, 2 do
  if ARGV[1] == 'add' then redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[i])
  else redis.call('ZREM', KEYS[1], ARGV[i]) end
  redis.call('ZREM', KEYS[1], ARGV[i + 1])
end
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return redis.call('ZRANGE', KEYS[1], 0, -1)`

export type Presence = {
  /** @returns everybody in the room, this person included */
  enter(roomId: string, personId: string, socketId: string): Promise<PresenceView>
  /** Whether anybody sits before this socket's tab; a person is away when nobody sits before any. */
  setAway(socketId: string, away: boolean): void
  forget(socketId: string): void
  leave(roomId: string, personId: string, socketId: string): void
  /** Who is in the room, as last told to this node. */
  presentIn(roomId: string): Set<string>
  /** The same, with who is away, as clients are told. */
  view(roomId: string): PresenceView
  /** Another node told the room. */
  learn(roomId: string, told: PresenceView): void
  socketsOf(roomId: string, personId: string): string[]
  seats(): Seat[]
  refresh(): Promise<void>
  stop(): void
}

/** Whether each person is away. */
type People = Map<string, boolean>

/** Somebody with tabs on several nodes is away when they are on all of them. */
function gathered(members: string[]): People {
  const people: People = new Map()
  for (const member of members.sort()) {
    const [id = '', , mark] = member.split('|')
    people.set(id, (people.get(id) ?? true) && mark === 'away')
  }
  return people
}

function toView(people: People): PresenceView {
  const count = people.size
  if (count > listedPresence) return { present: [], away: [], count }
  const present = [...people.keys()]
  return { present, away: present.filter((id) => people.get(id)), count }
}

/** Who is in which room; several tabs of one person count once. Lives in Redis, or here on a single node. */
export function createPresence(io: RealtimeServer, redis: RedisLink | null, log: Logger): Presence {
  const nodeId = randomUUID().slice(0, 8)
  const local = new Map<string, Map<string, Set<string>>>()
  /** Person → whether they are away. */
  const known = new Map<string, Map<string, boolean>>()
  const awaySockets = new Set<string>()
  const due = new Map<string, NodeJS.Timeout>()

  const isAway = (sockets: Set<string>) => [...sockets].every((each) => awaySockets.has(each))
  const here = (roomId: string): People =>
    new Map([...(local.get(roomId) ?? [])].map(([id, sockets]) => [id, isAway(sockets)]))
  async function read(roomId: string, change: 'add' | 'remove', people: People): Promise<People> {
    if (!redis) return here(roomId)
    // While Redis is away nobody else is known to have come or gone.
    const guess = () => new Map([...(known.get(roomId) ?? []), ...here(roomId)])
    if (!redis.healthy()) return guess()
    try {
      const asked = redis.commands.eval(script, {
        keys: [`prajix:presence:${roomId}`],
        arguments: [change, String(lifetime), ...[...people].flatMap(asMembers)],
      })
      const members = await within(patience, asked)
      if (!members) return guess()
      return gathered(members as string[])
    } catch (error) {
      log.warn({ err: error }, 'presence could not be shared')
      return guess()
    }
  }
  const asMembers = ([id, away]: [string, boolean]) => {
    const members = [`${id}|${nodeId}`, `${id}|${nodeId}|away`]
    return away ? members.reverse() : members
  }
  const remember = (roomId: string, people: People) => {
    if (local.has(roomId)) known.set(roomId, people)
    else known.delete(roomId)
  }
  const tell = (roomId: string, people: People) =>
    io.to(channel.room(roomId)).emit('presence:changed', { roomId, ...toView(people) })
  const tellSoon = (roomId: string) => {
    if (due.has(roomId)) return
    const look = async () => {
      due.delete(roomId)
      const people = await read(roomId, 'add', here(roomId))
      remember(roomId, people)
      tell(roomId, people)
    }
    due.set(
      roomId,
      setTimeout(() => void look(), gather),
    )
  }
  async function refresh() {
    for (const roomId of [...local.keys()]) {
      const before = known.get(roomId) ?? new Map()
      const people = await read(roomId, 'add', here(roomId))
      const same =
        people.size === before.size && [...people].every(([id, away]) => before.get(id) === away)
      remember(roomId, people)
      // To all nodes: one that was back before this one has not learnt of the people here.
      if (!same) tell(roomId, people)
    }
  }
  const roomsOf = (socketId: string) =>
    [...local].flatMap(([roomId, people]) =>
      [...people.values()].flatMap((sockets) =>
        sockets.has(socketId) ? [[roomId, sockets, isAway(sockets)] as const] : [],
      ),
    )
  const timer = setInterval(() => void refresh(), refreshEvery)

  return {
    async enter(roomId, personId, socketId) {
      const people = local.get(roomId) ?? new Map<string, Set<string>>()
      local.set(roomId, people)
      const sockets = people.get(personId) ?? new Set<string>()
      people.set(personId, sockets)
      sockets.add(socketId)
      const was = known.get(roomId)?.get(personId)
      const now = isAway(sockets)
      const present = await read(roomId, 'add', new Map([[personId, now]]))
      remember(roomId, present)
      if (was !== now) tellSoon(roomId)
      return toView(present)
    },
    setAway(socketId, away) {
      if (awaySockets.has(socketId) === away) return
      const before = roomsOf(socketId)
      if (away) awaySockets.add(socketId)
      else awaySockets.delete(socketId)
      for (const [roomId, sockets, was] of before) if (isAway(sockets) !== was) tellSoon(roomId)
    },
    forget: (socketId) => void awaySockets.delete(socketId),
    leave(roomId, personId, socketId) {
      const people = local.get(roomId)
      const sockets = people?.get(personId)
      if (!people || !sockets) return
      const was = isAway(sockets)
      if (!sockets.delete(socketId)) return
      if (sockets.size > 0) {
        if (isAway(sockets) !== was) tellSoon(roomId)
        return
      }
      people.delete(personId)
      known.get(roomId)?.delete(personId)
      if (people.size === 0) local.delete(roomId)
      void read(roomId, 'remove', new Map([[personId, false]])).then(() => tellSoon(roomId))
    },
    presentIn: (roomId) => new Set(known.get(roomId)?.keys()),
    view: (roomId) => toView(known.get(roomId) ?? new Map()),
    learn(roomId, { present, away, count }) {
      // Of a room with many people the list is not sent; each node asks for it now and then.
      if (present.length < count) return
      const gone = new Set(away)
      remember(roomId, new Map(present.map((id) => [id, gone.has(id)])))
    },
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
