import { v4 as uuid } from 'uuid'
import { z } from 'zod'
import type { FileRef, Uploads } from '@/components/attachments/uploads'
import { backoff, passes, type Transport } from '@/components/realtime/transport'
import { type PollInput, pollInput } from '@/contracts/inputs'
import { type MessageView, messageView, type RoomEvent } from '@/contracts/realtime'
import { type Clock, Pause } from './clock'
import { keep, keptKeys, type Shelf } from './kept-text'

const stored = z.object({
  clientId: z.uuid(),
  body: z.string(),
  replyTo: messageView.shape.replyTo,
  files: z
    .array(
      z.object({
        localId: z.string(),
        id: z.uuid().nullable(),
        name: z.string(),
        bytes: z.number(),
      }),
    )
    .default([]),
  /** The thread that it answers in; what was kept before there were threads has none. */
  threadId: messageView.shape.threadId.default(null),
  /** What it asks; of what was kept before there were polls, nothing. */
  poll: pollInput.nullable().default(null),
  /** Milliseconds by this device's clock; grows with every message of a tab, and orders them. */
  at: z.number(),
  /** Why the server does not take it; null while there is hope. */
  problem: z.string().nullable(),
})
/** `sent`: stored by the server, shown here until its event has been applied. */
export type Pending = z.infer<typeof stored> & { state: 'waiting' | 'sending' | 'sent' | 'refused' }

/** A broken server should not be asked for ever. */
const unknownTries = 4

/**
 * Messages on their way: kept on the device until the server has stored them, sent in order and one at
 * a time. Sending twice is harmless, for the server knows a message by its `clientId`; so two tabs may
 * carry the same one. A message with files waits until the server has them.
 */
export class Outbox {
  entries: Pending[] = []
  /** What the server has stored for this page. */
  readonly sent = new Set<string>()
  readonly #roomId: string
  readonly #personId: string
  readonly #prefix: string
  readonly #shelf: Shelf | undefined
  readonly #transport: Transport
  readonly #uploads: Pick<Uploads, 'look' | 'revive' | 'remove' | 'forget'>
  readonly #clock: Clock
  readonly #pause: Pause
  readonly #on: { changed(): void; stored(event: RoomEvent): void }
  #active = false
  #running = false

  constructor(
    place: { roomId: string; personId: string; shelf: Shelf | undefined },
    uploads: Pick<Uploads, 'look' | 'revive' | 'remove' | 'forget'>,
    transport: Transport,
    clock: Clock,
    on: { changed(): void; stored(event: RoomEvent): void },
  ) {
    this.#roomId = place.roomId
    this.#personId = place.personId
    this.#prefix = `prajix:outbox:${place.personId}:${place.roomId}:`
    this.#shelf = place.shelf
    this.#uploads = uploads
    this.#transport = transport
    this.#clock = clock
    this.#pause = new Pause(clock)
    this.#on = on
  }

  /** Takes up what an earlier page left, then sends. */
  start() {
    this.#active = true
    const entries = [...this.entries]
    for (const key of keptKeys(this.#shelf, this.#prefix)) {
      const found = readStored(this.#shelf?.getItem(key) ?? '')
      if (found && !entries.some((one) => one.clientId === found.clientId))
        entries.push({ ...found, state: found.problem === null ? 'waiting' : 'refused' })
    }
    // A new list: whoever draws it compares by identity.
    this.entries = entries.sort((one, other) => one.at - other.at)
    this.#on.changed()
    void this.flush()
  }

  stop() {
    this.#active = false
    this.#pause.wake()
  }

  /** @param threadId the message in whose thread it answers; null in the main list */
  add(
    body: string,
    replyTo: Pending['replyTo'],
    threadId: string | null = null,
    files: FileRef[] = [],
    poll: PollInput | null = null,
  ) {
    const at = Math.max(this.#clock.now(), (this.entries.at(-1)?.at ?? 0) + 1)
    const written = { body, replyTo, threadId, files, poll }
    const entry: Pending = { clientId: uuid(), ...written, at, problem: null, state: 'waiting' }
    this.entries = [...this.entries, entry]
    this.#keep(entry)
    this.#on.changed()
    void this.flush()
  }

  retry(clientId: string) {
    const found = this.entries.find((one) => one.clientId === clientId)
    if (!found) return
    const files = this.#uploads.revive(found.files)
    if (files.length === 0 && found.body.trim() === '') return this.drop([clientId])
    const entry = this.#change(clientId, { state: 'waiting', problem: null, files })
    if (entry) this.#keep(entry)
    this.#pause.wake()
    void this.flush()
  }

  /** Gives a message up, and its files with it. */
  discard(clientId: string) {
    this.#uploads.remove(this.entries.find((one) => one.clientId === clientId)?.files ?? [])
    this.drop([clientId])
  }

  /** Takes a message out: given up by its author, or seen in the room. */
  drop(clientIds: string[]) {
    const left = this.entries.filter((one) => !clientIds.includes(one.clientId))
    if (left.length === this.entries.length) return
    const gone = this.entries.filter((one) => clientIds.includes(one.clientId))
    this.#uploads.forget(gone.flatMap((one) => one.files.map(({ localId }) => localId)))
    this.entries = left
    for (const clientId of clientIds) keep(this.#shelf, this.#prefix + clientId, '')
    this.#on.changed()
  }

  /** What the room shows as a message needs no place here any more. */
  settle(messages: MessageView[]) {
    if (this.entries.length === 0) return
    const mine = new Set<string>()
    for (const { author, clientId } of messages)
      if (author.id === this.#personId) mine.add(clientId)
    this.drop(this.entries.map((one) => one.clientId).filter((clientId) => mine.has(clientId)))
  }

  /** Cuts a wait short: the connection is back. */
  hurry() {
    this.#pause.wake()
    void this.flush()
  }

  async flush(): Promise<void> {
    if (this.#running) return
    this.#running = true
    try {
      for (let tries = 0; this.#active && this.#transport.status() === 'online'; ) {
        const next = this.entries.find((one) => one.state === 'waiting')
        if (!next) break
        const { ready, problem, files } = this.#uploads.look(next.files)
        if (problem) {
          this.#refuse(next.clientId, problem)
          continue
        }
        // It goes on once they are there; what was written after it waits behind it.
        if (!ready) break
        const wait = await this.#send({ ...next, files }, tries)
        if (wait === null) tries = 0
        else {
          tries++
          await this.#pause.wait(wait)
        }
      }
    } finally {
      this.#running = false
    }
  }

  /** Milliseconds to wait before the next try; null when this one is settled. */
  async #send(
    { clientId, body, replyTo, threadId, files, poll }: Pending,
    tries: number,
  ): Promise<number | null> {
    this.#change(clientId, { state: 'sending', files })
    const answer = await this.#transport.request('message:send', {
      roomId: this.#roomId,
      clientId,
      body,
      replyToId: replyTo?.id ?? null,
      threadId,
      ...(files.length > 0 && { attachmentIds: files.flatMap(({ id }) => id ?? []) }),
      ...(poll && { poll }),
    })
    if (answer.ok) {
      keep(this.#shelf, this.#prefix + clientId, '')
      this.sent.add(clientId)
      this.#change(clientId, { state: 'sent' })
      this.#on.stored(answer.event)
      return null
    }
    if (!this.entries.some((one) => one.clientId === clientId)) return null
    const hope = passes(answer) || (answer.code === 'Unknown' && tries < unknownTries)
    if (hope || answer.code === 'Outdated') {
      this.#change(clientId, { state: 'waiting' })
      return answer.retryAfter ?? backoff(tries)
    }
    this.#refuse(clientId, answer.message)
    return null
  }

  #refuse(clientId: string, problem: string) {
    const refused = this.#change(clientId, { state: 'refused', problem })
    if (refused) this.#keep(refused)
  }

  #change(clientId: string, changes: Partial<Pending>): Pending | undefined {
    let changed: Pending | undefined
    this.entries = this.entries.map((one) => {
      if (one.clientId !== clientId) return one
      changed = { ...one, ...changes }
      return changed
    })
    this.#on.changed()
    return changed
  }

  #keep({ state, ...entry }: Pending) {
    keep(this.#shelf, this.#prefix + entry.clientId, JSON.stringify(entry))
  }
}

function readStored(text: string) {
  try {
    return stored.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}
