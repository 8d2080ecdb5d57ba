import type { Logger } from 'pino'
import type { Metrics } from './metrics'
import type { RealtimeServer } from './realtime-server'

const mostBuffered = 1_000_000

type Buffered = {
  writeBuffer?: { data?: unknown }[]
  transport?: { socket?: { bufferedAmount?: number; terminate?(): void } }
}

/** A reader who takes nothing any more is cut before its backlog fills our memory; it comes back and catches up. */
export function dropStalled(io: RealtimeServer, log: Logger, metrics: Pick<Metrics, 'dropped'>) {
  for (const socket of io.of('/').sockets.values()) {
    const { writeBuffer = [], transport } = socket.conn as unknown as Buffered
    let waiting = transport?.socket?.bufferedAmount ?? 0
    // Empty for whoever reads; few packets can be much, for one carries up to a page of events.
    for (const { data } of writeBuffer)
      waiting += typeof data === 'string' || Buffer.isBuffer(data) ? data.length : 0
    if (waiting < mostBuffered) continue
    log.warn({ socketId: socket.id, waiting }, 'a stalled reader is dropped')
    metrics.dropped()
    socket.conn.close(true)
    // A closing handshake would wait behind the backlog.
    transport?.socket?.terminate?.()
  }
}
