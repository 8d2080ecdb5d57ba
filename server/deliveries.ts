import { channel, type PresenceView, type RoomEvent } from '@/contracts/realtime'
import type { RealtimeServer, RealtimeSocket } from './realtime-server'

type Progress = {
  /** Everything up to here has been sent to this node's sockets. */
  seq: number
  /** Sent too, but beyond a gap. */
  ahead: Set<number>
  gapSince: number | null
}

/** What each room with local sockets has been sent, whichever node or process sent it. */
export type Deliveries = {
  watch(socket: RealtimeSocket): void
  /** These numbers of a room have been sent to this node's sockets. */
  sent(roomId: string, seqs: number[]): void
  /** A local socket has just read the room at `seq`. */
  begin(roomId: string, seq: number): void
  skipTo(roomId: string, seq: number): void
  seqOf(roomId: string): number | undefined
  rooms(): string[]
  /** Rooms that have waited longer than this for a missing event, in milliseconds. */
  gapsOlderThan(age: number): string[]
}

export function createDeliveries(
  io: RealtimeServer,
  onPresence: (roomId: string, told: PresenceView) => void,
): Deliveries {
  const rooms = new Map<string, Progress>()
  const prefix = channel.room('')
  io.of('/').adapter.on('delete-room', (name: string) => {
    if (name.startsWith(prefix)) rooms.delete(name.slice(prefix.length))
  })

  const sent = (roomId: string, seqs: number[]) => {
    const progress = rooms.get(roomId)
    if (!progress) return
    for (const seq of seqs) if (seq > progress.seq) progress.ahead.add(seq)
    settle(progress)
  }
  // What the web process and other nodes tell through the adapter. A broadcast hands the same object to each of its sockets: one look is enough.
  let last: unknown
  const look = (event: string, payload: unknown) => {
    if (payload === last) return
    last = payload
    if (event === 'room:advanced') {
      const { roomId, events } = payload as { roomId: string; events: RoomEvent[] }
      sent(
        roomId,
        events.map(({ seq }) => seq),
      )
    } else if (event === 'presence:changed') {
      const { roomId, ...told } = payload as { roomId: string } & PresenceView
      onPresence(roomId, told)
    }
  }
  return {
    watch: (socket) => void socket.onAnyOutgoing(look),
    sent,
    begin(roomId, seq) {
      if (!rooms.has(roomId)) rooms.set(roomId, { seq, ahead: new Set(), gapSince: null })
    },
    skipTo(roomId, seq) {
      const progress = rooms.get(roomId)
      if (!progress || progress.seq >= seq) return
      progress.seq = seq
      for (const each of progress.ahead) if (each <= seq) progress.ahead.delete(each)
      settle(progress)
    },
    seqOf: (roomId) => rooms.get(roomId)?.seq,
    rooms: () => [...rooms.keys()],
    gapsOlderThan(age) {
      const before = performance.now() - age
      const found: string[] = []
      for (const [roomId, { gapSince }] of rooms)
        if (gapSince !== null && gapSince < before) found.push(roomId)
      return found
    },
  }
}

function settle(progress: Progress) {
  while (progress.ahead.delete(progress.seq + 1)) progress.seq++
  if (progress.ahead.size === 0) progress.gapSince = null
  else progress.gapSince ??= performance.now()
}
