import * as encoding from 'lib0/encoding'
import { channel } from '@/contracts/realtime'
import type { Seat } from '@/domain/rooms/find-lost-seats'
import type { RealtimeServer, RealtimeSocket } from './realtime-server'

export type OpenDocument = {
  roomId: string
  /** The one Yjs client that this socket may move in this file, and the clock of its last move. */
  cursor: { client: number; clock: number } | null
}
const bySocket = new WeakMap<RealtimeSocket, Map<string, OpenDocument>>()

/** The files that a socket has open, by their ids. */
export function openDocumentsOf(socket: RealtimeSocket): Map<string, OpenDocument> {
  const open = bySocket.get(socket) ?? new Map<string, OpenDocument>()
  bySocket.set(socket, open)
  return open
}

export function closeDocument(socket: RealtimeSocket, documentId: string) {
  const open = openDocumentsOf(socket)
  const closed = open.get(documentId)
  open.delete(documentId)
  if (closed?.cursor) hideCursor(socket, documentId, closed.cursor)
  void socket.leave(channel.document(documentId))
}

/** Closes every file of a room, or of all rooms: nothing of them reaches the socket any more. */
export function closeDocuments(socket: RealtimeSocket, roomId?: string) {
  for (const [documentId, open] of [...openDocumentsOf(socket)])
    if (roomId === undefined || open.roomId === roomId) closeDocument(socket, documentId)
}

/** Others would see the cursor until it expires. */
function hideCursor(
  socket: RealtimeSocket,
  documentId: string,
  { client, clock }: { client: number; clock: number },
) {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock + 1)
  encoding.writeVarString(encoder, 'null')
  const { personId } = socket.data.actor
  const state = Buffer.from(encoding.toUint8Array(encoder))
  socket.to(channel.document(documentId)).emit('cursor:moved', { documentId, personId, state })
}

/** Whose right to a file that is open on this node has to be asked for again. */
export function seatsWithDocuments(io: RealtimeServer): Seat[] {
  return [...io.of('/').sockets.values()].flatMap((socket) =>
    [...new Set([...openDocumentsOf(socket).values()].map(({ roomId }) => roomId))].map(
      (roomId) => ({ roomId, personId: socket.data.actor.personId }),
    ),
  )
}
