import type { Logger } from 'pino'
import { publishToPeople } from '@/domain/publish'
import { listSeatedPeople } from '@/domain/rooms/list-seated-people'
import type { Presence } from './presence'

/** However many messages a room takes, its people's badges look again once in this time. */
const every = 1_000

export type UnreadSignals = {
  /** A message has come: whoever has a seat but is not in the room looks again. */
  room(roomId: string, authorId: string): void
  /** A person has read further: their other pages look again. */
  person(roomId: string, personId: string): void
  stop(): void
}

export function createUnreadSignals(presence: Presence, log: Logger): UnreadSignals {
  const waiting = new Map<string, { timer: NodeJS.Timeout; again: (() => Promise<void>) | null }>()
  const failed = (error: unknown) => log.warn({ err: error }, 'unread counts were not told')

  /** At once, then again at the end of the time if something came in between. */
  const sparingly = (key: string, run: () => Promise<void>) => {
    const already = waiting.get(key)
    if (already) {
      already.again = run
      return
    }
    run().catch(failed)
    const timer = setTimeout(() => {
      const again = waiting.get(key)?.again
      waiting.delete(key)
      if (again) sparingly(key, again)
    }, every)
    waiting.set(key, { timer, again: null })
  }
  return {
    room: (roomId, authorId) =>
      sparingly(roomId, async () => {
        const present = presence.presentIn(roomId)
        const seated = await listSeatedPeople(roomId)
        const absent = seated.filter((id) => id !== authorId && !present.has(id))
        await publishToPeople(absent, 'room:unread', { roomId })
      }),
    person: (roomId, personId) =>
      sparingly(`${roomId}:${personId}`, () =>
        publishToPeople([personId], 'room:unread', { roomId }),
      ),
    stop() {
      for (const { timer } of waiting.values()) clearTimeout(timer)
      waiting.clear()
    },
  }
}
