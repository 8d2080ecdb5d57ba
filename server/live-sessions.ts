import type { Logger } from 'pino'
import { channel } from '@/contracts/realtime'
import { listLiveSessions } from '@/domain/accounts/list-live-sessions'
import type { RealtimeServer, RealtimeSocket } from './realtime-server'

export type LiveSessions = {
  /** Keeps a fresh socket only while its session lives. */
  watch(socket: RealtimeSocket): Promise<void>
  /** These sessions have ended: their sockets on this node are told, and cut. */
  end(sessionIds: string[]): void
  /** Checks every session with a socket here, in one query. */
  sweep(): Promise<void>
  stop(): void
}

export function createLiveSessions(io: RealtimeServer, log: Logger): LiveSessions {
  /** When each session with a local socket expires, as last read. */
  const expiries = new Map<string, number>()
  const prefix = channel.session('')
  io.of('/').adapter.on('delete-room', (name: string) => {
    if (name.startsWith(prefix)) expiries.delete(name.slice(prefix.length))
  })

  function end(sessionIds: string[]) {
    for (const sessionId of sessionIds) {
      const sockets = io.of('/').adapter.rooms.get(channel.session(sessionId)) ?? []
      for (const socketId of [...sockets]) {
        const socket = io.of('/').sockets.get(socketId)
        socket?.emit('session:ended')
        // The client takes this for final and does not come back by itself.
        socket?.disconnect(true)
      }
    }
  }
  async function check(sessionIds: string[]) {
    const live = await listLiveSessions(sessionIds)
    for (const [sessionId, expiresAt] of live) expiries.set(sessionId, expiresAt.getTime())
    end(sessionIds.filter((sessionId) => !live.has(sessionId)))
  }
  const timer = setInterval(() => {
    const now = Date.now()
    const expired = [...expiries].flatMap(([sessionId, at]) => (at <= now ? [sessionId] : []))
    // Being used moves an expiry; only the database knows.
    if (expired.length > 0)
      check(expired).catch((error) => log.warn({ err: error }, 'sessions could not be checked'))
  }, 1_000)

  return {
    async watch(socket) {
      const { sessionId, personId } = socket.data.actor
      expiries.set(sessionId, Number.POSITIVE_INFINITY)
      await socket.join([channel.person(personId), channel.session(sessionId)])
      // Joined before checking: a session that ended since the handshake found no socket to cut.
      await check([sessionId])
    },
    end,
    sweep: () => check([...expiries.keys()]),
    stop: () => clearInterval(timer),
  }
}
