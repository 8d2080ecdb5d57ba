import type { RoomEvent } from '@/contracts/realtime'
import type { Broadcaster } from '@/domain/publish'

/** Events of one room that are published in one tick travel in one frame, in order. */
export function batchRoomEvents(target: Broadcaster): Broadcaster {
  const waiting = new Map<string, { channels: string | string[]; events: RoomEvent[] }>()
  const flush = () => {
    for (const [roomId, { channels, events }] of waiting) {
      events.sort((one, other) => one.seq - other.seq)
      target.to(channels).emit('room:advanced', { roomId, events })
    }
    waiting.clear()
  }
  return {
    ...target,
    to: (channels, except) => ({
      emit(event, payload) {
        if (event !== 'room:advanced') return target.to(channels, except).emit(event, payload)
        const { roomId, events } = payload as { roomId: string; events: RoomEvent[] }
        const already = waiting.get(roomId)
        if (already) return already.events.push(...events)
        if (waiting.size === 0) setImmediate(flush)
        return waiting.set(roomId, { channels, events: [...events] })
      },
    }),
  }
}
