import type { AddressInfo } from 'node:net'
import { createAdapter } from '@socket.io/redis-adapter'
import type { Logger } from 'pino'
import { publishThrough } from '@/domain/publish'
import { createTurns } from '@/domain/take-turns'
import { acceptUpgrades } from './accept-upgrades'
import { admitSockets } from './admit-sockets'
import { createDeliveries } from './deliveries'
import { createDocumentDeliveries } from './document-deliveries'
import { createDocumentLines } from './document-lines'
import { drainSockets } from './drain-sockets'
import { dropStalled } from './drop-stalled'
import { hearNotices } from './hear-notices'
import { createSocketLimit } from './limits'
import { createLiveSessions } from './live-sessions'
import { createMessageLine } from './message-line'
import { createMetrics } from './metrics'
import type { Node } from './node'
import { createPresence } from './presence'
import { createReadMarks } from './read-marks'
import type { RealtimeSocket } from './realtime-server'
import { openRedisLink } from './redis-link'
import { startResync } from './resync'
import { createRoomBroadcasts } from './room-broadcasts'
import { runClocks } from './run-clocks'
import { runReminders } from './run-reminders'
import { createUnreadSignals } from './unread-signals'

export type RealtimeProcess = {
  /** Where it really listens, when it was asked for port 0. */
  port: number
  /** Takes nobody new, sends everybody away over `spread` milliseconds, finishes what is under way. */
  drain(spread?: number): Promise<void>
  close(): Promise<void>
}

/** Of the ten connections of the pool: the others stay free for what waits for no file. */
const turns = { most: 6, mostOfOne: 2 }

/** One realtime node. Publishing in this process goes through it until it closes. */
export async function createServer(options: {
  port: number
  log: Logger
}): Promise<RealtimeProcess> {
  const { log } = options
  const failed = (what: string) => (error: unknown) => log.warn({ err: error }, what)
  let draining = false
  const { http, io } = acceptUpgrades(
    log,
    () => draining,
    () => metrics.read(),
  )

  const redis = openRedisLink(log, () => {
    Promise.all([presence.refresh(), resync.all(), documents.all()]).catch(
      failed('healing was not complete'),
    )
  })
  if (redis)
    io.adapter(createAdapter(redis.adapterClients.publisher, redis.adapterClients.subscriber))
  const isRedisAway = () => redis !== null && !redis.healthy()
  const presence = createPresence(io, redis, log)
  const deliveries = createDeliveries(io, presence.learn)
  const metrics = createMetrics(io, deliveries)
  const documents = createDocumentDeliveries(io, isRedisAway, log)
  const sessions = createLiveSessions(io, log)
  const unread = createUnreadSignals(presence, log)
  const broadcasts = createRoomBroadcasts(io, deliveries, metrics, redis)
  const reads = createReadMarks(io)
  const resync = startResync(broadcasts, deliveries, isRedisAway, log)

  const limits = new WeakMap<RealtimeSocket, () => void>()
  const underWay = new Set<Promise<void>>()
  const takeTurn = createTurns(turns)
  const node: Node = {
    io,
    log,
    presence,
    deliveries,
    documents,
    lines: createDocumentLines(documents.sent, log, takeTurn),
    messages: createMessageLine(log, metrics),
    metrics,
    unread,
    reads,
    takeTurn,
    limitOf(socket) {
      const limit = limits.get(socket) ?? createSocketLimit()
      limits.set(socket, limit)
      return limit
    },
    underWay: () => underWay.size,
    track(work) {
      underWay.add(work)
      work
        .catch(failed('an answer could not be given'))
        .finally(() => underWay.delete(work))
        .catch(() => {})
    },
  }
  type Emitting = { emit(event: string, payload: unknown): unknown }
  publishThrough(
    broadcasts.through({
      to: (channels, except) => io.to(channels).except(except ?? []) as unknown as Emitting,
      impaired: isRedisAway,
    }),
    failed('publishing failed'),
  )
  const stopHearing = hearNotices(node, sessions, resync)
  admitSockets(node, sessions)
  const stopClocks = [runClocks(node), runReminders(node)]
  const watchdog = setInterval(() => dropStalled(io, log, metrics), 1_000)

  await new Promise<void>((resolve, reject) => {
    http.once('error', reject)
    http.listen(options.port, resolve)
  })
  const { port } = http.address() as AddressInfo
  const close = async () => {
    draining = true
    http.close()
    for (const stop of stopClocks) stop()
    await drainSockets(io, 0)
    await Promise.allSettled(underWay)
    clearInterval(watchdog)
    stopHearing()
    for (const part of [resync, documents, sessions, presence, unread, reads]) part.stop()
    publishThrough(null)
    io.engine.close()
    http.closeAllConnections()
    await redis?.close()
  }
  return {
    port,
    close,
    async drain(spread) {
      draining = true
      http.close()
      await drainSockets(io, spread)
      await close()
    },
  }
}
