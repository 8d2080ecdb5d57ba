import type { RealtimeServer } from './realtime-server'

/** Milliseconds between two goodbyes, until there are so many that they have to be quicker. */
const pace = 20
const longest = 5_000

/**
 * Closes every connection, evenly over `wanted` milliseconds, so that the other nodes are not met by all
 * at once. The transport is closed rather than the socket disconnected: clients then reconnect by themselves.
 */
export async function drainSockets(io: RealtimeServer, wanted?: number): Promise<void> {
  const sockets = [...io.of('/').sockets.values()]
  const spread = wanted ?? Math.min(sockets.length * pace, longest)
  const started = performance.now()
  for (const [at, socket] of sockets.entries()) {
    const due = started + (spread * at) / sockets.length
    const wait = due - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    socket.conn.close()
  }
}
