import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { moveCursorInput } from '@/contracts/documents'
import { channel } from '@/contracts/realtime'
import type { Actor } from '@/domain/actor'
import { type OpenDocument, openDocumentsOf } from './open-documents'
import type { RealtimeSocket } from './realtime-server'

/** Moves of one socket that are passed on in a window, in milliseconds; the rest is dropped. */
const mostMoves = 50
const window = 1_000

/** Where people are in a file. Ephemeral: no answer, no storage, and dropped where the network is busy. */
export function handleCursors(socket: RealtimeSocket) {
  let started = Number.NEGATIVE_INFINITY
  let count = 0
  socket.on('cursor:move', (input) => {
    const now = performance.now()
    if (now - started > window) {
      started = now
      count = 0
    }
    if (++count > mostMoves) return
    const parsed = moveCursorInput.safeParse(input)
    if (!parsed.success) return
    const { roomId, documentId } = parsed.data
    // An open file is the permission: opening checked it, and a removal closes it.
    const open = openDocumentsOf(socket).get(documentId)
    if (!open || open.roomId !== roomId) return
    const { actor } = socket.data
    const state = stampCursor(parsed.data.state, open, actor)
    if (!state) return
    const { personId } = actor
    socket
      .to(channel.document(documentId))
      .volatile.emit('cursor:moved', { documentId, personId, state })
  })
}

/**
 * An awareness update of y-protocols in the sender's own name: about the one Yjs client that the socket
 * first showed for this file, with the person that the session says.
 * @returns null when it is anything else
 */
export function stampCursor(
  update: Uint8Array,
  open: OpenDocument,
  { personId, name, line }: Pick<Actor, 'personId' | 'name' | 'line'>,
): Buffer | null {
  let client: number
  let clock: number
  let state: unknown
  try {
    const decoder = decoding.createDecoder(update)
    if (decoding.readVarUint(decoder) !== 1) return null
    client = decoding.readVarUint(decoder)
    clock = decoding.readVarUint(decoder)
    state = JSON.parse(decoding.readVarString(decoder))
    if (decoding.hasContent(decoder)) return null
  } catch {
    return null
  }
  if (typeof state !== 'object' || Array.isArray(state)) return null
  if (open.cursor && open.cursor.client !== client) return null
  // Clocks only grow: one at the end of all numbers would silence the client for ever.
  if (clock > 2 ** 31 || (open.cursor && clock < open.cursor.clock)) return null
  open.cursor = { client, clock }
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
  const stamped = state && { ...state, user: { id: personId, name, line } }
  encoding.writeVarString(encoder, JSON.stringify(stamped))
  return Buffer.from(encoding.toUint8Array(encoder))
}
