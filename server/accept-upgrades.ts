import { createServer, type Server as HttpServer } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Logger } from 'pino'
import { Server } from 'socket.io'
import { answerRequest, type ReadMetrics } from './answer-request'
import { isOriginAllowed } from './check-origin'
import type { RealtimeServer } from './realtime-server'

/** The HTTP side of a node: health, metrics, and WebSocket upgrades from our own pages. */
export function acceptUpgrades(
  log: Logger,
  isDraining: () => boolean,
  readMetrics: ReadMetrics,
): { http: HttpServer; io: RealtimeServer } {
  const http = createServer((request, response) => {
    answerRequest(request, response, isDraining, readMetrics).catch((error) => {
      log.error({ err: error }, 'a request could not be answered')
      response.writeHead(500).end()
    })
  })
  // Socket.IO hangs on a server of its own that never listens: it sees upgrades that we let pass, and
  // nothing else, so there is no long polling, and a refusal has the status that we give it.
  const upgrades = createServer()
  const io: RealtimeServer = new Server(upgrades, {
    transports: ['websocket'],
    serveClient: false,
    perMessageDeflate: false,
    httpCompression: false,
    // A larger frame closes the socket; the longest file in the widest script stays below.
    maxHttpBufferSize: 700_000,
    // A client that vanished without a word is noticed within their sum.
    pingInterval: 15_000,
    pingTimeout: 10_000,
    connectTimeout: 10_000,
  })
  http.on('upgrade', (request, socket, head) => {
    if (isDraining()) return refuse(socket, '503 Service Unavailable')
    if (!isOriginAllowed(request)) return refuse(socket, '403 Forbidden')
    upgrades.emit('upgrade', request, socket, head)
  })
  return { http, io }
}

function refuse(socket: Duplex, status: string) {
  socket.on('error', () => {})
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
