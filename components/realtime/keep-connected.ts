import type { Socket } from 'socket.io-client'
import type { ClientEvents, ServerEvents } from '@/contracts/realtime'
import { answerTimeout } from './socket-transport'

/**
 * How the library comes back. Even after a long outage everybody is there within five seconds of its end,
 * spread so that they do not come all at once.
 */
export const reconnecting = {
  reconnectionDelay: 500,
  reconnectionDelayMax: 2_500,
  randomizationFactor: 0.5,
  timeout: answerTimeout,
}

/**
 * Comes back where the library would wait to be told, until the session has ended.
 * @param on.unauthorised whether a refused session is taken for an ended one
 * @returns whether it has ended
 */
export function keepConnected(
  socket: Socket<ServerEvents, ClientEvents>,
  on: { ended(): void; unauthorised(): boolean },
): () => boolean {
  let ended = false
  const end = () => {
    ended = true
    socket.disconnect()
    on.ended()
  }
  const comeBack = () => {
    if (!ended) setTimeout(() => !ended && socket.connect(), 500 + Math.random() * 2_500)
  }
  socket.on('session:ended', end)
  socket.on('disconnect', (reason) => {
    // The library waits to be told after the server itself has closed the socket.
    if (reason === 'io server disconnect') comeBack()
  })
  socket.on('connect_error', ({ message }) => {
    // Still active: the network failed, and the library tries again by itself.
    if (socket.active) return
    if (message === 'unauthorised' && on.unauthorised()) end()
    else comeBack()
  })
  return () => ended
}
