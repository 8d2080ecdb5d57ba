import type { Logger } from 'pino'
import type { TakeTurn } from '@/domain/take-turns'
import type { Deliveries } from './deliveries'
import type { DocumentDeliveries } from './document-deliveries'
import type { DocumentLines } from './document-lines'
import type { MessageLine } from './message-line'
import type { Metrics } from './metrics'
import type { Presence } from './presence'
import type { ReadMarks } from './read-marks'
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
  messages: MessageLine
  metrics: Metrics
  unread: UnreadSignals
  reads: ReadMarks
  limitOf(socket: RealtimeSocket): () => void
  /** By room, for whatever waits for its files, which somebody may hold for seconds. */
  takeTurn: TakeTurn
  /** Counts a handler as under way, so that a drain waits for it. */
  track(work: Promise<void>): void
  /** How many handlers are. */
  underWay(): number
}
