import { channel } from '@/contracts/realtime'
import type { RealtimeServer } from './realtime-server'

/** Marks that move within this time are told together: whoever reads along moves theirs with each message. */
const gather = 500

export type ReadMarks = {
  /** Somebody who shows it has read on. */
  moved(roomId: string, personId: string, seq: number): void
  stop(): void
}

/** Tells rooms how far their people have read. Nothing is lost with it: pages bring the marks themselves. */
export function createReadMarks(io: RealtimeServer): ReadMarks {
  const waiting = new Map<string, { timer: NodeJS.Timeout; marks: Map<string, number> }>()
  const tell = (roomId: string) => {
    const marks = waiting.get(roomId)?.marks ?? new Map<string, number>()
    waiting.delete(roomId)
    const reads = [...marks].map(([personId, seq]) => ({ personId, seq }))
    io.to(channel.room(roomId)).volatile.emit('reads:changed', { roomId, reads })
  }
  return {
    moved(roomId, personId, seq) {
      const already = waiting.get(roomId)
      if (already) already.marks.set(personId, seq)
      else
        waiting.set(roomId, {
          timer: setTimeout(() => tell(roomId), gather),
          marks: new Map([[personId, seq]]),
        })
    },
    stop() {
      for (const { timer } of waiting.values()) clearTimeout(timer)
      waiting.clear()
    },
  }
}
