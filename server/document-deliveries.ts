import type { Logger } from 'pino'
import { toBase64 } from '@/contracts/base64'
import { channel } from '@/contracts/realtime'
import { db } from '@/db/client'
import { readDocumentSequences } from '@/domain/documents/read-document-sequences'
import { readUpdates } from '@/domain/documents/read-updates'
import type { RealtimeServer, RealtimeSocket } from './realtime-server'

const tick = 500
/** A process can die between its commit and its telling: nobody notices but this. */
const safetyNet = 4_000

/** What each file that is open on this node has been sent, whichever node stored it. */
export type DocumentDeliveries = {
  watch(socket: RealtimeSocket): void
  /** A local socket has just read the file at `seq`. */
  begin(documentId: string, seq: number): void
  /** This node has stored and told `seq`, be it to nobody here but by an answer. */
  sent(documentId: string, seq: number): void
  /** PostgreSQL tells that a file has come to `seq`: what was not sent is read and sent. */
  hear(documentId: string, seq: number): void
  /** Compares every open file with the database. */
  all(): Promise<void>
  stop(): void
}

type Progress = { seq: number; ahead: Set<number>; busy: boolean }

export function createDocumentDeliveries(
  io: RealtimeServer,
  isRedisAway: () => boolean,
  log: Logger,
): DocumentDeliveries {
  const files = new Map<string, Progress>()
  const prefix = channel.document('')
  io.of('/').adapter.on('delete-room', (name: string) => {
    if (name.startsWith(prefix)) files.delete(name.slice(prefix.length))
  })
  const note = (documentId: string, seq: number) => {
    const progress = files.get(documentId)
    if (!progress || seq <= progress.seq) return
    progress.ahead.add(seq)
    while (progress.ahead.delete(progress.seq + 1)) progress.seq++
  }
  // A broadcast hands the same object to each of its sockets: one look is enough.
  let last: unknown
  const look = (event: string, payload: unknown) => {
    if (event !== 'document:updated' || payload === last) return
    last = payload
    const { documentId, updates } = payload as { documentId: string; updates: { seq: number }[] }
    for (const { seq } of updates) note(documentId, seq)
  }
  async function sendMissing(documentId: string) {
    const progress = files.get(documentId)
    if (!progress || progress.busy) return
    progress.busy = true
    try {
      const rows = await readUpdates(db(), documentId, progress.seq)
      if (rows.length === 0) return
      const updates = rows.map(({ seq, update }) => ({ seq, update: toBase64(update) }))
      io.local.to(channel.document(documentId)).emit('document:updated', { documentId, updates })
      // A compacted row stands for all before it.
      const newest = rows.at(-1)?.seq ?? 0
      if (newest > progress.seq) progress.seq = newest
      for (const seq of progress.ahead) if (seq <= progress.seq) progress.ahead.delete(seq)
    } finally {
      progress.busy = false
    }
  }
  const all = async () => {
    const stored = await readDocumentSequences([...files.keys()])
    for (const [documentId, seq] of stored)
      if (seq > (files.get(documentId)?.seq ?? seq)) await sendMissing(documentId)
  }

  const failed = (error: unknown) => log.warn({ err: error }, 'files were not compared')
  let lastFull = performance.now()
  const timer = setInterval(() => {
    if (performance.now() - lastFull < (isRedisAway() ? tick : safetyNet)) return
    lastFull = performance.now()
    all().catch(failed)
  }, tick)
  return {
    watch: (socket) => void socket.onAnyOutgoing(look),
    begin(documentId, seq) {
      if (!files.has(documentId)) files.set(documentId, { seq, ahead: new Set(), busy: false })
    },
    sent: note,
    hear(documentId, seq) {
      if (seq > (files.get(documentId)?.seq ?? seq)) sendMissing(documentId).catch(failed)
    },
    all,
    stop: () => clearInterval(timer),
  }
}
