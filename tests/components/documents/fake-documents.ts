import * as Y from 'yjs'
import type { LocalCopy, OpenLocalCopy } from '@/components/documents/local-copy'
import type {
  Answer,
  Heard,
  Payload,
  Refusal,
  Request,
  Transport,
} from '@/components/realtime/transport'
import { fromBase64, toBase64 } from '@/contracts/base64'
import { textName } from '@/contracts/documents'

const unavailable: Refusal = { ok: false, code: 'Unavailable', message: 'No answer.' }

/** One stored file, as the server keeps it: updates in their order, merged when read. */
export class FakeFile {
  updates: Uint8Array[] = []
  readonly connections = new Set<FakeLine>()

  constructor(text = '') {
    const doc = new Y.Doc()
    doc.getText(textName).insert(0, text)
    this.updates.push(Y.encodeStateAsUpdate(doc))
  }
  get merged() {
    return Y.mergeUpdates(this.updates)
  }
  get text() {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, this.merged)
    return doc.getText(textName).toString()
  }
  store(update: Uint8Array, from: FakeLine) {
    this.updates.push(update)
    const seq = this.updates.length
    for (const line of this.connections)
      if (line !== from && line.open)
        line.tell('document:updated', {
          documentId: 'file',
          updates: [{ seq, update: toBase64(update) }],
        })
    return seq
  }
}

/** One browser's connection to it; every fault is switched on by the test. */
export class FakeLine implements Transport {
  readonly asked: { name: Request; input: Record<string, unknown> }[] = []
  readonly hints: Uint8Array[] = []
  refuse: (name: Request) => Refusal | undefined = () => undefined
  /** The server stores, but its answer is lost. */
  loses: (name: Request) => boolean = () => false
  /** Broadcasts on their way here are dropped. */
  deaf = false
  open = false
  online = true
  readonly #listeners = new Map<string, Set<(payload: never) => void>>()

  constructor(readonly file: FakeFile) {
    file.connections.add(this)
  }

  async request<Name extends Request>(name: Name, input: object): Promise<Answer<Name>> {
    if (!this.online) return unavailable
    const fields = input as Record<string, Uint8Array>
    this.asked.push({ name, input: fields })
    await Promise.resolve()
    const refusal = this.refuse(name)
    if (refusal) return refusal
    const answer = this.#answer(name, fields)
    await Promise.resolve()
    return (this.loses(name) || !this.online ? unavailable : answer) as Answer<Name>
  }
  #answer(name: Request, input: Record<string, Uint8Array>): unknown {
    if (name === 'document:open') {
      this.open = true
      const { merged } = this.file
      return {
        ok: true,
        update: Y.diffUpdate(merged, input.stateVector ?? new Uint8Array([0])),
        stateVector: Y.encodeStateVectorFromUpdate(merged),
        seq: this.file.updates.length,
      }
    }
    if (name === 'document:update') {
      const update = fromBase64(String(input.update))
      return { ok: true, seq: this.file.store(update ?? new Uint8Array(), this) }
    }
    return { ok: true }
  }
  hint(_: string, input: object) {
    this.hints.push((input as { state: Uint8Array }).state)
  }
  on<Name extends Heard>(name: Name, listener: (payload: Payload<Name>) => void) {
    const listeners = this.#listeners.get(name) ?? new Set()
    this.#listeners.set(name, listeners)
    listeners.add(listener as (payload: never) => void)
    return () => {
      listeners.delete(listener as (payload: never) => void)
    }
  }
  tell<Name extends Heard>(name: Name, payload: Payload<Name>) {
    if (this.deaf) return
    for (const listener of this.#listeners.get(name) ?? []) listener(payload as never)
  }
  status = () => (this.online ? ('online' as const) : ('offline' as const))
  onStatus = (listener: () => void) => this.on('status' as Heard, listener)
  setOnline(online: boolean) {
    this.online = online
    if (!online) this.open = false
    for (const listener of this.#listeners.get('status') ?? []) (listener as () => void)()
  }
}

/** What a browser's store keeps from one page to the next. */
export class FakeDisk {
  readonly #kept = new Map<string, Uint8Array[]>()
  /** Copies with changes that the server has not stored. */
  readonly unsent = new Set<string>()
  readonly openCopy: OpenLocalCopy = (name, doc): LocalCopy => {
    const origin = {}
    for (const update of this.#kept.get(name) ?? []) Y.applyUpdate(doc, update, origin)
    const keep = (update: Uint8Array, from: unknown) => {
      if (from !== origin) this.#kept.set(name, [...(this.#kept.get(name) ?? []), update])
    }
    doc.on('update', keep)
    return {
      loaded: Promise.resolve(),
      kept: () => Promise.resolve(true),
      unsent: (has) => {
        if (has) this.unsent.add(name)
        else this.unsent.delete(name)
      },
      clear: () => {
        this.#kept.delete(name)
        doc.off('update', keep)
        return Promise.resolve()
      },
      close: () => doc.off('update', keep),
    }
  }
}
