import type { RealtimeServer } from './realtime-server'

/**
 * Closes every connection, evenly over `spread` milliseconds, so that the other nodes are not met by all
 * at once. The transport is closed rather than the socket disconnected: clients then reconnect by themselves.
 */
export async function drainSockets(io: RealtimeServer, spread: number): Promise<void> {
  const sockets = [...io.of('/').sockets.values()]
  const started = performance.now()
  for (const [at, socket] of sockets.entries()) {
    const due = started + (spread * at) / sockets.length
    const wait = due - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    socket.conn.close()
  }
}
