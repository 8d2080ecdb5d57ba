import * as Y from 'yjs'
import { backoff, passes, type Transport } from '@/components/realtime/transport'
import { type Clock, Pause, realClock } from '@/components/rooms/clock'
import { fromBase64, toBase64 } from '@/contracts/base64'
import type { DocumentOpened } from '@/contracts/realtime'
import { localCopyName } from './kept-copies'
import type { LocalCopy, OpenLocalCopy } from './local-copy'
import { Replica } from './replica'
import { type SaveState, saveState } from './save-state'
import { toBytes, unsentChanges } from './unsent-changes'
import { UpdateQueue } from './update-queue'

export type SyncView = {
  /** Another one after changes were refused: whatever shows the old one starts anew. */
  replica: Replica
  /** Its text may be shown: it came from the server, or from this browser's own store. */
  readable: boolean
  /** The file, or the seat in the room, is not there any more. */
  gone: boolean
  save: SaveState
  /** Changes that the server refused and that were undone here, with the text as it was. */
  refusal: { message: string; text: string } | null
}
type Options = {
  roomId: string
  documentId: string
  personId: string
  transport: Transport
  openCopy: OpenLocalCopy
  clock?: Clock
}

/** How long an update that is missing in the count may still be on its way. */
const gapGrace = 500

/**
 * One shared file over the tab's connection: opens it by exchanging state vectors, sends one's own changes
 * one request at a time, and applies what others stored. Yjs makes every repeat harmless, so after any
 * doubt it opens again.
 */
export class DocumentSync {
  readonly #options: Options
  readonly #clock: Clock
  readonly #pause: Pause
  readonly #queue = new UpdateQueue()
  readonly #subscribers = new Set<() => void>()
  #replica: Replica
  #stops: (() => void)[] = []
  #active = false
  #opened = false
  #loaded = false
  #gone = false
  #opening = false
  #again = false
  #sending = false
  #failing = false
  /** The request under way has reached the server, which has not stored it yet. */
  #received = false
  #kept = true
  /** As last noted beside the copy; null while nobody knows what an earlier page left. */
  #unsent: boolean | null = null
  #seq = 0
  #refusal: SyncView['refusal'] = null
  #view: SyncView | undefined
  #stopGrace: (() => void) | undefined

  constructor(options: Options) {
    this.#options = options
    this.#clock = options.clock ?? realClock
    this.#pause = new Pause(this.#clock)
    this.#replica = this.#newReplica()
  }

  #newReplica(): Replica {
    const { roomId, documentId, personId, transport, openCopy } = this.#options
    const replica = new Replica(localCopyName(personId, documentId), openCopy, (state) =>
      transport.hint('cursor:move', { roomId, documentId, state }),
    )
    replica.doc.on('update', (update: Uint8Array, origin: unknown, _: Y.Doc, { local }) => {
      if (local && origin !== this) this.#changedHere(update, replica.copy)
    })
    return replica
  }

  start() {
    const { transport, documentId } = this.#options
    this.#active = true
    this.#stops = [
      transport.on('document:updated', ({ documentId: id, updates }) => {
        if (id !== documentId) return
        for (const { seq, update } of updates) this.#receive(seq, fromBase64(update))
      }),
      transport.on('document:received', ({ documentId: id }) => {
        if (id !== documentId || !this.#sending) return
        this.#received = true
        this.#changed()
      }),
      transport.onStatus(() => {
        if (transport.status() === 'online') void this.#open()
        else this.#replica.cursors.forgetOthers()
        this.#changed()
      }),
    ]
    void this.#begin()
  }

  async #begin() {
    const replica = this.#replica
    await replica.copy?.loaded
    if (replica !== this.#replica || !this.#active) return
    this.#loaded = true
    this.#changed()
    await this.#open()
  }

  stop() {
    const { transport, roomId, documentId } = this.#options
    this.#active = false
    for (const stop of this.#stops) stop()
    this.#stopGrace?.()
    this.#pause.wake()
    this.#replica.end()
    this.#changed()
    void transport.request('document:close', { roomId, documentId })
  }

  #ready = () => this.#active && !this.#gone && this.#options.transport.status() === 'online'

  async #open(): Promise<void> {
    if (!this.#loaded) return
    this.#again = true
    this.#pause.wake()
    if (this.#opening) return
    this.#opening = true
    const { transport, roomId, documentId } = this.#options
    for (let tries = 0; this.#again && this.#ready(); ) {
      this.#again = false
      const replica = this.#replica
      const stateVector = Y.encodeStateVector(replica.doc)
      const answer = await transport.request('document:open', { roomId, documentId, stateVector })
      if (replica !== this.#replica) this.#again = true
      else if (answer.ok) this.#take(answer)
      else if (answer.code === 'NotFound' || answer.code === 'Forbidden') this.#end()
      else if (this.#ready()) {
        this.#again = true
        await this.#pause.wait(answer.retryAfter ?? backoff(tries++))
      }
    }
    this.#opening = false
    void this.#send()
  }

  #take(answer: DocumentOpened) {
    const { doc } = this.#replica
    Y.applyUpdate(doc, toBytes(answer.update), this)
    this.#seq = Math.max(this.#seq, answer.seq)
    const unsent = unsentChanges(doc, answer)
    if (!unsent) this.#queue.clear()
    else this.#queue.replace(unsent)
    this.#opened = true
    this.#failing = false
    if (this.#replica.cursors.own) this.#replica.cursors.announce()
    this.#changed()
  }

  #receive(seq: number, update: Uint8Array | null) {
    // What cannot be read is a number left out.
    if (!update) return
    Y.applyUpdate(this.#replica.doc, update, this)
    this.#heard(seq)
  }

  /** A number that was left out may still come; if not, opening again brings it. */
  #heard(seq: number) {
    if (seq <= this.#seq + 1) this.#seq = Math.max(this.#seq, seq)
    const whole = seq <= this.#seq && !this.#replica.torn
    if (whole || this.#stopGrace) return
    this.#stopGrace = this.#clock.after(gapGrace, () => {
      this.#stopGrace = undefined
      void this.#open()
    })
  }

  #changedHere(update: Uint8Array, copy: LocalCopy | undefined) {
    this.#queue.add(update)
    this.#kept = false
    void copy?.kept().then((kept) => {
      this.#kept = kept
      this.#changed()
    })
    this.#changed()
    void this.#send()
  }

  async #send(): Promise<void> {
    if (this.#sending || this.#opening || !this.#opened) return
    this.#sending = true
    const { transport, roomId, documentId } = this.#options
    for (let tries = 0; this.#ready() && !this.#opening; ) {
      const parcel = this.#queue.next()
      if (!parcel) break
      const replica = this.#replica
      const update = toBase64(parcel.update)
      const answer = await transport.request('document:update', { roomId, documentId, update })
      this.#received = false
      // Opened again meanwhile: the queue was made anew, and a repeat does no harm.
      if (replica !== this.#replica || this.#opening) continue
      if (answer.ok) {
        this.#queue.done(parcel)
        this.#failing = false
        // A repeat is answered with the file's newest number, under which may stand what is not here.
        if (tries === 0) this.#heard(answer.seq)
        else void this.#open()
        tries = 0
      } else if (answer.code === 'NotFound' || answer.code === 'Conflict') {
        // Deleted meanwhile: this browser keeps what waits, in case the file is brought back.
        this.#end()
      } else if (passes(answer) || answer.code === 'Unknown' || answer.code === 'Outdated') {
        this.#failing = true
        this.#changed()
        if (this.#ready()) await this.#pause.wait(answer.retryAfter ?? backoff(tries++))
      } else await this.#refuse(answer.message)
      this.#changed()
    }
    this.#sending = false
  }

  /** The server will never take these changes: what stands here gives way to what is stored. */
  async #refuse(message: string) {
    const old = this.#replica
    this.#refusal = { message, text: old.text.toString() }
    this.#queue.clear()
    this.#opened = false
    this.#loaded = false
    this.#failing = false
    const { transport, roomId, documentId } = this.#options
    // A socket moves one cursor per opening, and the new copy has another one.
    void transport.request('document:close', { roomId, documentId })
    await old.copy?.clear()
    this.#replica = this.#newReplica()
    old.end()
    this.#changed()
    void this.#begin()
  }

  #end() {
    this.#gone = true
    this.#changed()
  }

  /** The person has read why; writing may go on. */
  dismissRefusal = () => {
    this.#refusal = null
    this.#changed()
  }

  /** Resolves with the newest text that can be had: the server's, else this browser's own. */
  async readText(): Promise<string | null> {
    const cut = () => this.#loaded && !this.#ready()
    await this.#until(() => this.#opened || this.#gone || cut())
    return this.getView().readable ? this.#replica.text.toString() : null
  }

  /** Resolves once the server has stored everything written so far, or cannot be reached. */
  settled = () =>
    this.#until(() => (this.#opened && this.#queue.size === 0) || this.#gone || !this.#ready())

  async #until(holds: () => boolean): Promise<void> {
    if (holds() || !this.#active) return
    await new Promise<void>((resolve) => {
      const stop = this.subscribe(() => {
        if (!holds() && this.#active) return
        stop()
        resolve()
      })
    })
  }

  getView = (): SyncView => {
    const { status } = this.#options.transport
    this.#view ??= {
      replica: this.#replica,
      readable: this.#opened || (this.#loaded && this.#replica.known),
      gone: this.#gone,
      save: saveState({
        status: status.call(this.#options.transport),
        open: this.#opened,
        changes: this.#queue.size,
        failing: this.#failing,
        received: this.#received,
        kept: this.#kept,
      }),
      refusal: this.#refusal,
    }
    return this.#view
  }

  subscribe = (listener: () => void) => {
    this.#subscribers.add(listener)
    return () => {
      this.#subscribers.delete(listener)
    }
  }

  #changed() {
    const unsent = this.#queue.size > 0
    if (unsent !== this.#unsent && (unsent || this.#opened)) {
      this.#unsent = unsent
      this.#replica.copy?.unsent(unsent)
    }
    this.#view = undefined
    for (const listener of this.#subscribers) listener()
  }
}
