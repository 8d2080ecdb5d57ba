import type { Logger } from 'pino'
import { publishToPeople } from '@/domain/publish'
import { listSeatedPeople } from '@/domain/rooms/list-seated-people'
import type { Presence } from './presence'

/** However many messages a room takes, its people's badges look again once in this time. */
const every = 1_000
/** Rooms in which something was said within this time ask together who is to be told. */
const gather = 50

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
  /** By room, who said something. */
  let due = new Map<string, string>()
  let gathering: NodeJS.Timeout | undefined
  async function tellDue() {
    const rooms = due
    due = new Map()
    gathering = undefined
    const seated = await listSeatedPeople([...rooms.keys()])
    for (const [roomId, authorId] of rooms) {
      const present = presence.presentIn(roomId)
      const absent = seated.get(roomId)?.filter((id) => id !== authorId && !present.has(id)) ?? []
      await publishToPeople(absent, 'room:unread', { roomId })
    }
  }
  return {
    room: (roomId, authorId) =>
      sparingly(roomId, async () => {
        due.set(roomId, authorId)
        gathering ??= setTimeout(() => void tellDue().catch(failed), gather)
      }),
    person: (roomId, personId) =>
      sparingly(`${roomId}:${personId}`, () =>
        publishToPeople([personId], 'room:unread', { roomId }),
      ),
    stop() {
      clearTimeout(gathering)
      for (const { timer } of waiting.values()) clearTimeout(timer)
      waiting.clear()
    },
  }
}
