import type { Logger } from 'pino'
import type { Deliveries } from './deliveries'
import type { DocumentDeliveries } from './document-deliveries'
import type { DocumentLines } from './document-lines'
import type { Presence } from './presence'
import type { RealtimeServer, RealtimeSocket } from './realtime-server'
import type { UnreadSignals } from './unread-signals'

/** What handlers of one realtime process share. */
export type Node = {
  io: RealtimeServer
  log: Logger
  presence: Presence
  deliveries: Deliveries
  documents: DocumentDeliveries
  lines: DocumentLines
  unread: UnreadSignals
  limitOf(socket: RealtimeSocket): () => void
  /** Counts a handler as under way, so that a drain waits for it. */
  track(work: Promise<void>): void
}
