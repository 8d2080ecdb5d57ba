import type { Logger } from 'pino'
import { catchUpLimit, catchUpPage } from '@/contracts/realtime'
import { readEvents } from '@/domain/rooms/read-events'
import { readSequences } from '@/domain/rooms/read-sequences'
import type { Deliveries } from './deliveries'
import type { RoomBroadcasts } from './room-broadcasts'

const tick = 250
/** Time for events that overtook each other to fall into place by themselves. */
const gapPatience = 250
const whileAway = 500
/** A process can die between its commit and its telling: nobody notices but this. */
const safetyNet = 4_000

export type Resync = {
  /** Sends a room's local sockets what they lack, from the database. */
  room(roomId: string): Promise<void>
  all(): Promise<void>
  stop(): void
}

/** Redis forgets; this compares what was sent with what is stored, and sends the difference. */
export function startResync(
  broadcasts: RoomBroadcasts,
  deliveries: Deliveries,
  isRedisAway: () => boolean,
  log: Logger,
): Resync {
  const running = new Map<string, Promise<void>>()
  const room = (roomId: string) => {
    const already = running.get(roomId)
    if (already) return already
    const run = sendMissing(broadcasts, deliveries, roomId).finally(() => running.delete(roomId))
    running.set(roomId, run)
    return run
  }
  const all = async () => {
    const sequences = await readSequences(deliveries.rooms())
    for (const [roomId, seq] of sequences)
      if (seq > (deliveries.seqOf(roomId) ?? seq)) await room(roomId)
  }

  let busy = false
  let lastFull = performance.now()
  const timer = setInterval(async () => {
    if (busy) return
    busy = true
    try {
      for (const roomId of deliveries.gapsOlderThan(gapPatience)) await room(roomId)
      if (performance.now() - lastFull >= (isRedisAway() ? whileAway : safetyNet)) {
        lastFull = performance.now()
        await all()
      }
    } catch (error) {
      log.warn({ err: error }, 'rooms could not be compared with the database')
    } finally {
      busy = false
    }
  }, tick)
  return { room, all, stop: () => clearInterval(timer) }
}

async function sendMissing(broadcasts: RoomBroadcasts, deliveries: Deliveries, roomId: string) {
  for (;;) {
    const from = deliveries.seqOf(roomId)
    if (from === undefined) return
    const events = await readEvents(roomId, from, catchUpPage)
    const last = events.at(-1)
    if (!last) return
    broadcasts.here(roomId, events)
    deliveries.skipTo(roomId, last.seq)
    if (events.length < catchUpPage) return
    const [newest] = (await readSequences([roomId])).values()
    if (newest !== undefined && newest - last.seq > catchUpLimit) {
      // Clients meet the gap, ask, and are told to start afresh: one page instead of thousands of events.
      deliveries.skipTo(roomId, newest - 1)
    }
  }
}
