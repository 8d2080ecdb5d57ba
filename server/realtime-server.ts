import type { DefaultEventsMap, Server, Socket } from 'socket.io'
import type { ClientEvents, ServerEvents } from '@/contracts/realtime'
import type { Actor } from '@/domain/actor'

export type SocketData = { actor: Actor }
export type RealtimeServer = Server<ClientEvents, ServerEvents, DefaultEventsMap, SocketData>
export type RealtimeSocket = Socket<ClientEvents, ServerEvents, DefaultEventsMap, SocketData>
