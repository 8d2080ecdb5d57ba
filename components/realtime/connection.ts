import { io, type Socket } from 'socket.io-client'
import type { ClientEvents, ServerEvents } from '@/contracts/realtime'
import { parseAnswer, parseEvent } from './payloads'
import type { Answer, ConnectionStatus, Heard, Payload, Request, Transport } from './transport'

/** Where the realtime process listens: a whole origin, else a port on the page's own host name. */
export type RealtimeAddress = { realtimePort: number | null; realtimeUrl: string | null }

const answerTimeout = 8_000
const unavailable = {
  ok: false,
  code: 'Unavailable',
  message: 'The server did not answer. Check your connection and try again.',
} as const

function origin({ realtimePort, realtimeUrl }: RealtimeAddress): string {
  if (realtimeUrl) return realtimeUrl
  const { protocol, hostname, host } = window.location
  return `${protocol}//${realtimePort ? `${hostname}:${realtimePort}` : host}`
}

function leaveToSignIn() {
  const { pathname, search } = window.location
  if (pathname === '/sign-in') return
  window.location.assign(`/sign-in?next=${encodeURIComponent(pathname + search)}`)
}

class Connection implements Transport {
  readonly #socket: Socket<ServerEvents, ClientEvents>
  /** The same socket for generic names, whose types the library cannot follow. */
  readonly #untyped: Socket
  readonly #listeners = new Set<() => void>()
  #status: ConnectionStatus = 'reconnecting'
  #ended = false

  constructor(address: RealtimeAddress) {
    const socket: Socket<ServerEvents, ClientEvents> = io(origin(address), {
      transports: ['websocket'],
      withCredentials: true,
      reconnectionDelay: 500,
      reconnectionDelayMax: 8_000,
      randomizationFactor: 0.5,
      timeout: answerTimeout,
    })
    this.#socket = socket
    this.#untyped = socket
    socket.on('connect', () => this.#settle())
    socket.on('disconnect', (reason) => {
      this.#settle()
      // The library waits to be told after the server has closed the socket, as a draining node does.
      if (reason === 'io server disconnect') this.#comeBack()
    })
    socket.on('connect_error', (error: Error & { data?: { code?: string } }) => {
      this.#settle()
      if (socket.active) return
      // Refused by the server itself, not by the network.
      if (error.data?.code === 'Forbidden' || error.data?.code === 'NotFound') this.#end()
      else this.#comeBack()
    })
    socket.on('session:ended', () => this.#end())
    window.addEventListener('online', () => {
      if (!socket.connected && !this.#ended) socket.disconnect().connect()
    })
    // The system may be wrong (a server on this very machine still answers), so try rather than trust.
    window.addEventListener('offline', () => {
      socket.io.engine?.close()
      this.#settle()
    })
  }

  #end() {
    this.#ended = true
    this.#socket.disconnect()
    leaveToSignIn()
  }

  #comeBack() {
    if (this.#ended) return
    setTimeout(() => this.#socket.connect(), 500 + Math.random() * 2_500)
  }

  #settle() {
    const status = this.#socket.connected ? 'online' : navigator.onLine ? 'reconnecting' : 'offline'
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

  hint(name: 'typing:start', input: object) {
    this.#socket.volatile.emit(name, input)
  }

  on<Name extends Heard>(name: Name, listener: (payload: Payload<Name>) => void): () => void {
    const heard = (raw: unknown) => {
      const payload = parseEvent(name, raw)
      if (payload) listener(payload)
    }
    const event: string = name
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
    return () => this.#listeners.delete(listener)
  }
}

/** While the server renders a page there is nothing to connect. */
const noConnection: Transport = {
  request: () => Promise.resolve(unavailable),
  hint: () => {},
  on: () => () => {},
  status: () => 'reconnecting',
  onStatus: () => () => {},
}

let connection: Connection | undefined

/** The tab's one connection, opened on first use; every part of the page shares it. */
export function openConnection(address: RealtimeAddress): Transport {
  if (typeof window === 'undefined') return noConnection
  connection ??= new Connection(address)
  return connection
}
