import { channel, type RoomEvent } from '@/contracts/realtime'
import type { Broadcaster } from '@/domain/publish'
import type { Deliveries } from './deliveries'
import { fanOut } from './fan-out'
import type { Metrics } from './metrics'
import type { RealtimeServer } from './realtime-server'
import type { RedisLink } from './redis-link'

const topic = 'prajix:advanced'

export type RoomBroadcasts = {
  /** Sends events of a room, ascending, to its sockets on this node alone. */
  here(roomId: string, events: RoomEvent[]): void
  /** What this process publishes through: like `target`, but rooms' events go their own way. */
  through(target: Broadcaster): Broadcaster
}

/**
 * Events of one room that are published in one tick travel in one frame, in order, and all rooms of a tick in
 * one message to the other nodes. It is encoded once, here: another node passes the text on as it came, to
 * its sockets in those rooms, and does not read it.
 */
export function createRoomBroadcasts(
  io: RealtimeServer,
  deliveries: Pick<Deliveries, 'sent'>,
  metrics: Pick<Metrics, 'told'>,
  redis: Pick<RedisLink, 'say' | 'hear'> | null,
): RoomBroadcasts {
  const deliver = (roomId: string, seqs: number[], event: string) => {
    fanOut(io, channel.room(roomId), event)
    deliveries.sent(roomId, seqs)
  }
  // A line with the room and its numbers, then a line with the event, whose JSON has no line breaks.
  redis?.hear(topic, (message) => {
    const lines = message.split('\n')
    for (let at = 0; at + 1 < lines.length; at += 2) {
      const [roomId = '', ...seqs] = (lines[at] ?? '').split(' ')
      deliver(roomId, seqs.map(Number), lines[at + 1] ?? '')
    }
  })

  const waiting = new Map<string, RoomEvent[]>()
  const flush = () => {
    const lines: string[] = []
    for (const [roomId, events] of waiting) {
      events.sort((one, other) => one.seq - other.seq)
      const seqs = events.map(({ seq }) => seq)
      const event = JSON.stringify(['room:advanced', { roomId, events }])
      deliver(roomId, seqs, event)
      metrics.told(events)
      lines.push([roomId, ...seqs].join(' '), event)
    }
    waiting.clear()
    redis?.say(topic, lines.join('\n'))
  }
  return {
    here(roomId, events) {
      const event = JSON.stringify(['room:advanced', { roomId, events }])
      deliver(
        roomId,
        events.map(({ seq }) => seq),
        event,
      )
    },
    through: (target) => ({
      ...target,
      to: (channels, except) => ({
        emit(event, payload) {
          if (event !== 'room:advanced') return target.to(channels, except).emit(event, payload)
          const { roomId, events } = payload as { roomId: string; events: RoomEvent[] }
          const already = waiting.get(roomId)
          if (already) return already.push(...events)
          if (waiting.size === 0) setImmediate(flush)
          return waiting.set(roomId, [...events])
        },
      }),
    }),
  }
}
