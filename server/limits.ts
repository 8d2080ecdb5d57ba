import { RateLimited } from '@/domain/errors'
import { limit } from '@/domain/limit'
import { readRoomKind } from '@/domain/rooms/read-room-kind'
import { within } from './within'

/** Counting must not hold up a message for longer than this. */
const patience = 250

/** Shared between nodes: what one person may change, and what one room takes, in ten seconds. */
const changesOfPerson = limit('socket-person', { tries: 150, seconds: 10 })
const messagesOfRoom = limit('socket-room', { tries: 8_000, seconds: 10 })

/** @throws RateLimited */
export async function limitChange(personId: string): Promise<void> {
  await within(patience, changesOfPerson.take(personId))
}

/** Where thousands read along, and where somebody may not want to be written to, one person says less. */
const messagesOfPerson = {
  step: limit('socket-step', { tries: 20, seconds: 60 }),
  direct: limit('socket-direct', { tries: 60, seconds: 60 }),
}

/** @throws RateLimited */
export async function limitMessage(personId: string, roomId: string): Promise<void> {
  const kind = await readRoomKind(roomId)
  await Promise.all([
    within(patience, changesOfPerson.take(personId)),
    within(patience, messagesOfRoom.take(roomId)),
    (kind === 'step' || kind === 'direct') &&
      within(patience, messagesOfPerson[kind].take(`${personId}:${roomId}`)),
  ])
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
