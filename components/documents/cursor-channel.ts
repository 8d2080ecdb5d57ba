import * as decoding from 'lib0/decoding'
import {
  type Awareness,
  applyAwarenessUpdate,
  encodeAwarenessUpdate,
  removeAwarenessStates,
} from 'y-protocols/awareness'
import { z } from 'zod'

/** Positions in Yjs' own JSON; only Yjs reads them. */
const position = z.record(z.string(), z.unknown())
const cursorState = z.object({
  cursor: z.object({ anchor: position, head: position }).nullable(),
  /** The first line to be seen, for those who follow. */
  top: position.nullable(),
})
export type CursorState = z.infer<typeof cursorState>
export type RemoteCursor = CursorState & { clientId: number; personId: string }

/** At most this often, in milliseconds, one's own cursor is told. */
const pace = 100

/** The cursors in one file. Who they belong to is the server's word, not their sender's. */
export class CursorChannel {
  readonly #awareness: Awareness
  readonly #send: (state: Uint8Array) => void
  readonly #owners = new Map<number, string>()
  readonly #listeners = new Set<() => void>()
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(awareness: Awareness, send: (state: Uint8Array) => void) {
    this.#awareness = awareness
    this.#send = send
    awareness.setLocalState(null)
    // `update`, not `change`: the renewal every few seconds is what keeps a cursor from expiring elsewhere.
    awareness.on('update', (_: unknown, origin: unknown) => {
      if (origin === 'local') this.announce()
    })
    awareness.on('change', () => {
      for (const listener of this.#listeners) listener()
    })
  }

  /** Where this person is in the file; null: not in it. */
  setOwn(state: CursorState | null) {
    this.#awareness.setLocalState(state)
  }

  get own(): CursorState | null {
    return this.#awareness.getLocalState() as CursorState | null
  }

  /** Tells one's own state soon. */
  announce() {
    this.#timer ??= setTimeout(() => this.#tell(), pace)
  }

  #tell() {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const { clientID } = this.#awareness
    if (this.#awareness.meta.has(clientID))
      this.#send(encodeAwarenessUpdate(this.#awareness, [clientID]))
  }

  /** Says whether the person is in the file now; null when the message makes no sense. */
  receive(personId: string, state: Uint8Array): boolean | null {
    try {
      const from = decoding.createDecoder(state)
      if (decoding.readVarUint(from) !== 1) return null
      const clientId = decoding.readVarUint(from)
      decoding.readVarUint(from)
      const raw: unknown = JSON.parse(decoding.readVarString(from))
      if (raw !== null && !cursorState.safeParse(raw).success) return null
      const owner = this.#owners.get(clientId)
      if (clientId === this.#awareness.clientID || (owner && owner !== personId)) return null
      this.#owners.set(clientId, personId)
      applyAwarenessUpdate(this.#awareness, state, 'remote')
      // Somebody new does not know yet who is here.
      if (!owner && this.own) this.announce()
      return raw !== null
    } catch {
      return null
    }
  }

  others(): RemoteCursor[] {
    const found: RemoteCursor[] = []
    for (const [clientId, state] of this.#awareness.getStates()) {
      const personId = this.#owners.get(clientId)
      if (clientId !== this.#awareness.clientID && personId)
        found.push({ ...(state as CursorState), clientId, personId })
    }
    return found
  }

  /** Without a connection nobody's place is known. */
  forgetOthers() {
    const others = [...this.#awareness.getStates().keys()].filter(
      (one) => one !== this.#awareness.clientID,
    )
    removeAwarenessStates(this.#awareness, others, 'cut')
  }

  onChange(listener: () => void) {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  end() {
    if (this.own) {
      this.setOwn(null)
      this.#tell()
    }
    clearTimeout(this.#timer)
    this.#listeners.clear()
    this.#awareness.destroy()
  }
}
