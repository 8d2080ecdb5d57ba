import { io, type Socket } from 'socket.io-client'
import type { ClientEvents, ServerEvents } from '@/contracts/realtime'
import { keepConnected, reconnecting } from './keep-connected'
import { SocketTransport, unavailable } from './socket-transport'
import type { Transport } from './transport'

/** Where the realtime process listens: a whole origin, else a port on the page's own host name. */
export type RealtimeAddress = { realtimePort: number | null; realtimeUrl: string | null }

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

/**
 * A session that the web process accepts and the realtime process does not (two secrets, say) would send
 * people to and fro for ever: leave once, then rather stay and keep trying.
 */
function mayLeave(): boolean {
  const key = 'prajix:left'
  try {
    const before = Number(sessionStorage.getItem(key) ?? 0)
    sessionStorage.setItem(key, String(Date.now()))
    return Date.now() - before > 60_000
  } catch {
    return false
  }
}

function connect(address: RealtimeAddress): Transport {
  const socket: Socket<ServerEvents, ClientEvents> = io(origin(address), {
    transports: ['websocket'],
    withCredentials: true,
    ...reconnecting,
  })
  const transport = new SocketTransport(socket, () =>
    navigator.onLine ? 'reconnecting' : 'offline',
  )
  const isEnded = keepConnected(socket, {
    ended: leaveToSignIn,
    unauthorised: mayLeave,
  })
  window.addEventListener('online', () => {
    if (!socket.connected && !isEnded()) socket.disconnect().connect()
  })
  // The system may be wrong (a server on this very machine still answers), so try rather than trust.
  window.addEventListener('offline', () => {
    socket.io.engine?.close()
    transport.settle()
  })
  return transport
}

/** While the server renders a page there is nothing to connect. */
const noConnection: Transport = {
  request: () => Promise.resolve(unavailable),
  hint: () => {},
  on: () => () => {},
  status: () => 'reconnecting',
  onStatus: () => () => {},
}

let connection: Transport | undefined

/** The tab's one connection, opened on first use; every part of the page shares it. */
export function openConnection(address: RealtimeAddress): Transport {
  if (typeof window === 'undefined') return noConnection
  connection ??= connect(address)
  return connection
}
