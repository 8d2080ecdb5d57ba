import type { Socket } from 'socket.io-client'
import type { ClientEvents, ServerEvents } from '@/contracts/realtime'
import { parseAnswer, parseEvent } from './payloads'
import type {
  Answer,
  ConnectionStatus,
  Heard,
  Hint,
  Payload,
  Request,
  Transport,
} from './transport'

export const answerTimeout = 8_000
export const unavailable = {
  ok: false,
  code: 'Unavailable',
  message: 'The server did not answer. Check your connection and try again.',
} as const

/** A Socket.IO client as the parts of a page see it: parsed answers, parsed events, one status. */
export class SocketTransport implements Transport {
  readonly #socket: Socket<ServerEvents, ClientEvents>
  /** The same socket for generic names, whose types the library cannot follow. */
  readonly #untyped: Socket
  readonly #cut: () => ConnectionStatus
  readonly #listeners = new Set<() => void>()
  #status: ConnectionStatus = 'reconnecting'

  /** @param cut what to call it while there is no connection */
  constructor(socket: Socket<ServerEvents, ClientEvents>, cut: () => ConnectionStatus) {
    this.#socket = socket
    this.#untyped = socket
    this.#cut = cut
    for (const event of ['connect', 'disconnect', 'connect_error'])
      this.#untyped.on(event, () => this.settle())
  }

  /** Looks at the connection anew, and tells those who want to know. */
  settle() {
    const status = this.#socket.connected ? 'online' : this.#cut()
    if (status === this.#status) return
    this.#status = status
    for (const listener of this.#listeners) listener()
  }

  async request<Name extends Request>(name: Name, input: object): Promise<Answer<Name>> {
    // The library would keep it for later; what may be sent late is the outbox's to decide.
    if (!this.#socket.connected) return unavailable
    try {
      const raw: unknown = await this.#untyped.timeout(answerTimeout).emitWithAck(name, input)
      return parseAnswer(name, raw)
    } catch {
      return unavailable
    }
  }

  hint(name: Hint, input: object) {
    this.#socket.volatile.emit(name, input)
  }

  on<Name extends Heard>(name: Name, listener: (payload: Payload<Name>) => void): () => void {
    const event: string = name
    const heard = (raw: unknown) => {
      const payload = parseEvent(name, raw)
      if (payload) listener(payload)
    }
    this.#untyped.on(event, heard)
    return () => {
      this.#untyped.off(event, heard)
    }
  }

  status() {
    return this.#status
  }

  onStatus(listener: () => void) {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }
}
