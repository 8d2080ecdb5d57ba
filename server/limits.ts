import { RateLimited } from '@/domain/errors'
import { type Limit, limit } from '@/domain/limit'

/** Shared between nodes: what one person may change, and what one room takes, in ten seconds. */
const changesOfPerson = limit('socket-person', { tries: 150, seconds: 10 })
const messagesOfRoom = limit('socket-room', { tries: 8_000, seconds: 10 })

/** @throws RateLimited */
export async function limitChange(personId: string): Promise<void> {
  await withinPatience(changesOfPerson, personId)
}

/** @throws RateLimited */
export async function limitMessage(personId: string, roomId: string): Promise<void> {
  await Promise.all([
    withinPatience(changesOfPerson, personId),
    withinPatience(messagesOfRoom, roomId),
  ])
}

/** A Redis that is cut off answers nothing at all: counting then must not hold up the message. */
async function withinPatience(of: Limit, key: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, 250)
  })
  const taken = of.take(key)
  // Should it fail after our patience ended, nobody waits for it any more.
  taken.catch(() => {})
  try {
    await Promise.race([taken, patience])
  } finally {
    clearTimeout(timer)
  }
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
