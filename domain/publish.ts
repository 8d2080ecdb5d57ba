import { Emitter } from '@socket.io/redis-emitter'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { toBase64 } from '@/contracts/base64'
import { id } from '@/contracts/inputs'
import {
  channel,
  type ReadMarkView,
  type RoomEvent,
  type SignalIds,
  type SignalName,
  signalIds,
  signalNames,
} from '@/contracts/realtime'
import { db, type Transaction } from '@/db/client'
import { openRedis } from '@/db/redis'

/*
 * The only emitter of events. It runs after the commit: if it fails, the write stands and clients
 * catch up from PostgreSQL, so it never throws at a use-case.
 *
 * The realtime process emits straight to its sockets (the adapter carries it to other nodes). The web
 * process has no sockets: with Redis it publishes there, without it through PostgreSQL NOTIFY.
 */

/** PostgreSQL channel that every realtime node listens on. */
export const notifyChannel = 'prajix'

/** What travels through NOTIFY: ids alone, for a payload must stay under 8,000 bytes. */
export const notice = z.discriminatedUnion('to', [
  z.object({
    to: z.literal('people'),
    personIds: z.array(id),
    signal: z.enum(signalNames),
    ids: signalIds,
  }),
  z.object({ to: z.literal('room'), roomId: id, fromSeq: z.number(), toSeq: z.number() }),
  z.object({ to: z.literal('document'), documentId: id, fromSeq: z.number(), toSeq: z.number() }),
  // Revocations: they must reach every node even while Redis is down.
  z.object({ to: z.literal('sessions'), sessionIds: z.array(id) }),
  z.object({ to: z.literal('seat'), roomId: id, personId: id }),
  /** What a person may do in a room has changed; they still have their seat. */
  z.object({ to: z.literal('standing'), roomId: id, personId: id }),
])
export type Notice = z.infer<typeof notice>

/** The little of a Socket.IO server or a Redis emitter that publishing needs. */
export type Broadcaster = {
  /** @param except a channel that is left out */
  to(
    channels: string | string[],
    except?: string,
  ): { emit(event: string, payload: unknown): unknown }
  /** Other processes may miss what is emitted now: PostgreSQL then carries it to them too. */
  impaired?(): boolean
}
let broadcaster: Broadcaster | null | undefined
let onFailure: (error: unknown) => void = () => {}

/** The realtime process lends its server here on start; tests lend a recorder. */
export function publishThrough(target: Broadcaster | null, failed?: (error: unknown) => void) {
  broadcaster = target
  if (failed) onFailure = failed
}

/** For what goes wrong after a commit although nobody waits for it; logged where there is a log. */
export const reportFailure = (error: unknown) => onFailure(error)

function remote(): Broadcaster | null {
  if (broadcaster === undefined) {
    const client = openRedis((error) => onFailure(error))
    if (client) {
      client.connect().catch((error: unknown) => onFailure(error))
      // The emitter drops the promise of its publish; keep a rejection from ending the process.
      const publish = (topic: string, body: string) =>
        client.isReady ? client.publish(topic, body).catch(onFailure) : undefined
      const emitter = new Emitter({ publish })
      broadcaster = {
        to: (channels, except) => emitter.to(channels).except(except ?? []),
        impaired: () => !client.isReady,
      }
    } else broadcaster = null
  }
  return broadcaster
}

async function send(through: (to: Broadcaster) => void, otherwise: Notice[]) {
  try {
    const target = remote()
    if (target) through(target)
    if (!target || target.impaired?.())
      for (const each of otherwise) await db().execute(notifyStatement(each))
  } catch (error) {
    onFailure(error)
  }
}

const notifyStatement = (content: Notice) =>
  sql`select pg_notify(${notifyChannel}, ${JSON.stringify(content)})`

/** Tells a room what happened in it. `events` are ascending and of one room. */
export async function publishToRoom(roomId: string, events: RoomEvent[]): Promise<void> {
  const first = events[0]
  const last = events.at(-1)
  if (!first || !last) return
  await send(
    (to) => to.to(channel.room(roomId)).emit('room:advanced', { roomId, events }),
    [{ to: 'room', roomId, fromSeq: first.seq, toSeq: last.seq }],
  )
}

/**
 * Tells everybody who has a file open what was stored of it. `updates` are ascending and of one file.
 * @param except the channel of somebody who knows already
 */
export async function publishToDocument(
  documentId: string,
  updates: { seq: number; update: Uint8Array }[],
  except?: string,
): Promise<void> {
  const first = updates[0]
  const last = updates.at(-1)
  if (!first || !last) return
  const packed = updates.map(({ seq, update }) => ({ seq, update: toBase64(update) }))
  await send(
    (to) =>
      to
        .to(channel.document(documentId), except)
        .emit('document:updated', { documentId, updates: packed }),
    [{ to: 'document', documentId, fromSeq: first.seq, toSeq: last.seq }],
  )
}

/** Tells a person's own pages where their mark in a room stands; those that miss it learn it when they join. */
export async function publishReadMark(
  personId: string,
  mark: { roomId: string } & ReadMarkView,
): Promise<void> {
  await send((to) => to.to(channel.person(personId)).emit('read:moved', mark), [])
}

/** Tells people that something of theirs changed; their pages look again. */
export async function publishToPeople(
  personIds: string[],
  signal: SignalName,
  ids: SignalIds = {},
): Promise<void> {
  const unique = [...new Set(personIds)]
  if (unique.length === 0) return
  const notices: Notice[] = []
  for (let start = 0; start < unique.length; start += 100)
    notices.push({ to: 'people', personIds: unique.slice(start, start + 100), signal, ids })
  await send((to) => to.to(unique.map(channel.person)).emit(signal, ids), notices)
}

/** Tells every node that a person's standing in a room changed: with the commit or not at all, without Redis. */
export async function announceStanding(
  tx: Transaction,
  seat: { roomId: string; personId: string },
): Promise<void> {
  await tx.execute(notifyStatement({ to: 'standing', ...seat }))
}

/**
 * Cuts live sockets, inside the transaction that ends the right to them: NOTIFY is delivered with the
 * commit or not at all, and needs no Redis.
 */
export async function revoke(
  tx: Transaction,
  what: { sessionIds: string[] } | { roomId: string; personId: string },
): Promise<void> {
  if (!('sessionIds' in what)) await tx.execute(notifyStatement({ to: 'seat', ...what }))
  else
    for (let start = 0; start < what.sessionIds.length; start += 100)
      await tx.execute(
        notifyStatement({ to: 'sessions', sessionIds: what.sessionIds.slice(start, start + 100) }),
      )
}
