import { RateLimited } from '@/domain/errors'
import { limit } from '@/domain/limit'
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

/** @throws RateLimited */
export async function limitMessage(personId: string, roomId: string): Promise<void> {
  await Promise.all([
    within(patience, changesOfPerson.take(personId)),
    within(patience, messagesOfRoom.take(roomId)),
  ])
}

const eventsPerWindow = 300
const window = 10_000

/** Counts every event of one socket, in memory: it lives on one node anyway. */
export function createSocketLimit(): () => void {
  let started = 0
  let count = 0
  return () => {
    const now = performance.now()
    if (now - started > window) {
      started = now
      count = 0
    }
    if (++count > eventsPerWindow) throw new RateLimited(Math.ceil(started + window - now))
  }
}
