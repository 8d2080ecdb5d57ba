import type { Logger } from 'pino'
import type { SendMessageInput } from '@/contracts/inputs'
import type { RoomEvent } from '@/contracts/realtime'
import type { Actor } from '@/domain/actor'
import { RateLimited } from '@/domain/errors'
import { appendMessages, isPlain, type MessageDraft } from '@/domain/rooms/append-messages'
import { sendMessage } from '@/domain/rooms/send-message'
import { createTurns } from '@/domain/take-turns'
import { isAway } from './acknowledge'
import type { Metrics } from './metrics'

/** More than this is not waiting while the database keeps up. */
const longest = 2_000
/** Milliseconds from one batch to the next: what arrives meanwhile shares a statement and a commit. */
const pause = 10
/** Most of one batch, so that no statement grows without end. */
const mostTogether = 250
/** What is sent alone may have to wait for a lock, with a connection of the pool. */
const turns = { most: 4, mostOfOne: 2 }

type Sent = { event: RoomEvent; repeated: boolean }
type Entry = MessageDraft & {
  /** Of one person in one room: what they send stays in its order. */
  sender: string
  resolve: (sent: Sent) => void
  reject: (error: unknown) => void
}

export type MessageLine = {
  /**
   * Stores a message after those that its sender sent before it.
   * @throws what `sendMessage` throws, and RateLimited while the database does not keep up
   */
  send(actor: Actor, input: SendMessageInput): Promise<Sent>
}

/**
 * One line for the messages of a node. The first after a pause is stored at once; what arrives until that is
 * done is stored in one batch, over all rooms. What a batch leaves out, and what is not plain, is sent alone,
 * while what its sender sent after it waits and all others go on.
 */
export function createMessageLine(log: Logger, metrics: Pick<Metrics, 'batched'>): MessageLine {
  const takeTurn = createTurns(turns)
  let line: Entry[] = []
  /** What has no answer yet: a repeat of it gets the same. */
  const unanswered = new Map<string, Promise<Sent>>()
  /** Senders of whom something is being sent alone. */
  const held = new Set<string>()
  let working = false
  let begun = Number.NEGATIVE_INFINITY

  async function sendAlone(entry: Entry) {
    const end = await takeTurn(entry.input.roomId)
    try {
      entry.resolve(await sendMessage(entry.actor, entry.input))
    } catch (error) {
      entry.reject(error)
    } finally {
      end()
    }
  }
  async function sendHeld(sender: string, entries: Entry[]) {
    held.add(sender)
    for (const entry of entries) await sendAlone(entry)
    held.delete(sender)
    wake()
  }
  /** @returns what has to be sent alone */
  async function storeBatch(batch: Entry[]): Promise<Entry[]> {
    for (let tries = 1; ; tries++)
      try {
        // What somebody holds has made one batch wait; it should not make the next wait too.
        const events = await appendMessages(batch, held.size > 0)
        metrics.batched(batch.length)
        return batch.filter((entry, at) => {
          const event = events[at]
          if (!event) return true
          entry.resolve({ event, repeated: false })
          return false
        })
      } catch (error) {
        if (isAway(error)) {
          for (const { reject } of batch) reject(error)
          return []
        }
        // Another node stored one of them in the same moment: now it is there to be seen.
        if ((error as { code?: unknown }).code === '23505' && tries < 3) continue
        log.warn({ err: error }, 'a batch of messages failed: each is sent alone')
        return batch
      }
  }
  /** Out of the line what goes now; each stays behind what its sender sent before it. */
  function take(): { batch: Entry[]; alone: Entry[] } {
    const [batch, alone]: [Entry[], Entry[]] = [[], []]
    const passed = new Set(held)
    const senders = new Set<string>()
    line = line.filter((entry) => {
      const { sender, input } = entry
      const waits = passed.has(sender) || (!isPlain(input) && senders.has(sender))
      if (waits || batch.length >= mostTogether) {
        passed.add(sender)
        return true
      }
      senders.add(sender)
      if (isPlain(input)) batch.push(entry)
      else {
        alone.push(entry)
        passed.add(sender)
      }
      return false
    })
    return { batch, alone }
  }
  function sendLeft(entries: Entry[]) {
    const senders = new Map<string, Entry[]>()
    for (const entry of entries)
      senders.set(entry.sender, [...(senders.get(entry.sender) ?? []), entry])
    for (const [sender, left] of senders) void sendHeld(sender, left)
  }
  async function work() {
    begun = performance.now()
    const { batch, alone } = take()
    sendLeft(alone)
    if (batch.length > 0) sendLeft(await storeBatch(batch))
    working = false
    wake()
  }
  function wake() {
    if (working || !line.some(({ sender }) => !held.has(sender))) return
    working = true
    const rest = begun + pause - performance.now()
    if (rest > 0) setTimeout(() => void work(), rest)
    else setImmediate(() => void work())
  }
  return {
    send(actor, input) {
      const sender = `${input.roomId}:${actor.personId}`
      const once = `${sender}:${input.clientId}`
      const already = unanswered.get(once)
      if (already) return already.then(({ event }) => ({ event, repeated: true }))
      if (line.length >= longest) throw new RateLimited(1_000)
      const sent = new Promise<Sent>((resolve, reject) => {
        line.push({ actor, input, sender, resolve, reject })
        wake()
      }).finally(() => unanswered.delete(once))
      unanswered.set(once, sent)
      return sent
    },
  }
}
