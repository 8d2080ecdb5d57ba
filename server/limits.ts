import { RateLimited } from '@/domain/errors'
import { type Limit, limit } from '@/domain/limit'
import { readRoomKind } from '@/domain/rooms/read-room-kind'
import { within } from './within'

/** Counting must not hold up a message for longer than this. */
const patience = 250

const personLimit = { tries: 150, seconds: 10 }
const roomLimit = { tries: 8_000, seconds: 10 }
/** Shared between nodes: what one person may change, and what one room takes, in ten seconds. */
const changesOfPerson = limit('socket-person', personLimit)
const messagesOfPerson = createShares(changesOfPerson, { ...personLimit, share: 10 })
const messagesOfRoom = createShares(limit('socket-room', roomLimit), { ...roomLimit, share: 100 })

/** @throws RateLimited */
export async function limitChange(personId: string): Promise<void> {
  await within(patience, changesOfPerson.take(personId))
}

/** Where thousands read along, and where somebody may not want to be written to, one person says less. */
const messagesOfKind = {
  step: limit('socket-step', { tries: 20, seconds: 60 }),
  direct: limit('socket-direct', { tries: 60, seconds: 60 }),
}

/** @throws RateLimited */
export async function limitMessage(personId: string, roomId: string): Promise<void> {
  messagesOfPerson(personId)
  messagesOfRoom(roomId)
  const kind = await readRoomKind(roomId)
  if (kind === 'step' || kind === 'direct')
    await within(patience, messagesOfKind[kind].take(`${personId}:${roomId}`))
}

/** Keys counted at a time before those whose window has passed are forgotten. */
const manyKeys = 10_000

/**
 * A limit that holds exactly on this node, and between nodes to within a share: asking Redis for each message
 * would cost as much as telling it. A refusal from there holds from the next one on.
 */
function createShares(
  shared: Limit,
  { tries, seconds, share }: { tries: number; seconds: number; share: number },
): (key: string) => void {
  type Counted = { started: number; count: number; unshared: number; refusedUntil: number }
  const keys = new Map<string, Counted>()
  const length = seconds * 1_000
  const forget = (now: number) => {
    for (const [key, { started, refusedUntil }] of keys)
      if (started + length < now && refusedUntil < now) keys.delete(key)
  }
  return (key) => {
    const now = performance.now()
    if (keys.size >= manyKeys && !keys.has(key)) forget(now)
    const counted = keys.get(key) ?? { started: now, count: 0, unshared: 0, refusedUntil: 0 }
    keys.set(key, counted)
    if (counted.started + length < now) Object.assign(counted, { started: now, count: 0 })
    if (counted.refusedUntil > now) throw new RateLimited(Math.ceil(counted.refusedUntil - now))
    if (++counted.count > tries) throw new RateLimited(Math.ceil(counted.started + length - now))
    if (++counted.unshared < share) return
    counted.unshared = 0
    shared.take(key, share).catch((error) => {
      // Whatever else went wrong with counting is no reason to keep somebody from writing.
      if (error instanceof RateLimited) counted.refusedUntil = performance.now() + error.retryAfter
    })
  }
}

/** Saving and restoring a version reads every file of the room. */
const versionsOfPerson = limit('socket-versions', { tries: 30, seconds: 60 })

/** @throws RateLimited */
export async function limitVersion(personId: string): Promise<void> {
  await within(patience, versionsOfPerson.take(personId))
}

/** Searching reads more than it answers. */
const searchesOfPerson = limit('socket-search', { tries: 60, seconds: 60 })

/** @throws RateLimited */
export async function limitSearch(personId: string): Promise<void> {
  await within(patience, searchesOfPerson.take(personId))
}

/** Each run is kept with the whole code that ran. */
const runsOfPerson = limit('socket-runs', { tries: 60, seconds: 60 })

/** @throws RateLimited */
export async function limitRun(personId: string): Promise<void> {
  await within(patience, runsOfPerson.take(personId))
}

/** Shared between nodes: shares of writing in files, taken by one person in ten seconds. */
const writingOfPerson = limit('socket-writing', { tries: 120, seconds: 10 })
/** What one share is worth. Typing is many small updates: asking for each would cost more than storing it. */
const share = { updates: 50, bytes: 64 * 1024 }

/**
 * Counts what one socket writes in files: by updates here, by shares between nodes. A share is asked for
 * while writing goes on, and a refusal holds from the next update: were one update to wait for the answer,
 * those behind it would overtake it and build on what is not stored.
 */
export function createWritingLimit(): {
  count: () => void
  /** @throws RateLimited */
  take(personId: string, bytes: number): void
} {
  let updates = 0
  let bytes = 0
  let refusedUntil = Number.NEGATIVE_INFINITY
  return {
    count: createSocketLimit(2_000),
    take(personId, length) {
      const left = refusedUntil - performance.now()
      if (left > 0) throw new RateLimited(Math.ceil(left))
      updates++
      bytes += length
      const shares = Math.floor(Math.max(updates / share.updates, bytes / share.bytes))
      if (shares === 0) return
      updates = 0
      bytes = 0
      writingOfPerson.take(personId, shares).catch((error) => {
        // Whatever else went wrong with counting is no reason to stop somebody's writing.
        if (error instanceof RateLimited) refusedUntil = performance.now() + error.retryAfter
      })
    },
  }
}

const eventsPerWindow = 300
const window = 10_000

/** Counts every event of one socket, in memory: it lives on one node anyway. */
export function createSocketLimit(most = eventsPerWindow): () => void {
  let started = 0
  let count = 0
  return () => {
    const now = performance.now()
    if (now - started > window) {
      started = now
      count = 0
    }
    if (++count > most) throw new RateLimited(Math.ceil(started + window - now))
  }
}
