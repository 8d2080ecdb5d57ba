import {
  createDocumentInput,
  documentIdInput,
  moveDocumentInput,
  openDocumentInput,
  updateDocumentInput,
} from '@/contracts/documents'
import { channel } from '@/contracts/realtime'
import { db } from '@/db/client'
import { loadDocument } from '@/domain/access/documents'
import { loadSeat } from '@/domain/access/rooms'
import { createDocument } from '@/domain/documents/create-document'
import { deleteDocument } from '@/domain/documents/delete-document'
import { moveDocument } from '@/domain/documents/move-document'
import { openDocument } from '@/domain/documents/open-document'
import { restoreDocument } from '@/domain/documents/restore-document'
import { Conflict } from '@/domain/errors'
import { createWritingLimit, limitChange } from './limits'
import type { Node } from './node'
import { on } from './on'
import { closeDocument, closeDocuments, openDocumentsOf } from './open-documents'
import type { RealtimeSocket } from './realtime-server'

/** Of one socket; more tabs in one editor than a room has files. */
const mostOpen = 200
/** Storing that takes longer than this, in milliseconds, is told meanwhile: its author should know where it is. */
const toldAfter = 300

export function handleDocuments(node: Node, socket: RealtimeSocket) {
  on(node, socket, 'document:create', createDocumentInput, async (actor, input) => {
    await limitChange(actor.personId)
    return createDocument(actor, input)
  })
  on(node, socket, 'document:move', moveDocumentInput, async (actor, input) => {
    await limitChange(actor.personId)
    return moveDocument(actor, input)
  })
  on(node, socket, 'document:delete', documentIdInput, async (actor, input) => {
    await limitChange(actor.personId)
    return deleteDocument(actor, input)
  })
  on(node, socket, 'document:restore', documentIdInput, async (actor, input) => {
    await limitChange(actor.personId)
    return restoreDocument(actor, input)
  })
  on(node, socket, 'document:open', openDocumentInput, async (actor, input) => {
    const { roomId, documentId } = input
    const open = openDocumentsOf(socket)
    const isOpen = open.has(documentId)
    if (!isOpen) {
      const seat = await loadSeat(db(), actor, roomId)
      await loadDocument(db(), seat, documentId)
      if (open.size >= mostOpen) throw new Conflict('Close a file first.')
      // A socket that is gone leaves no channel any more: joining it now would leak.
      if (!socket.connected) throw new Conflict('The connection was lost.')
      open.set(documentId, { roomId, cursor: null })
      // Joined before reading: what is stored from here on arrives live. The seat, so that a removal finds it.
      await socket.join([channel.document(documentId), channel.seat(roomId, actor.personId)])
    }
    try {
      // Checks the seat again: a removal in between found no socket to close.
      const opened = await openDocument(actor, input)
      // Closed or cut meanwhile: nothing would ever end the watching.
      if (socket.rooms.has(channel.document(documentId)))
        node.documents.begin(documentId, opened.seq)
      return opened
    } catch (error) {
      if (!isOpen) closeDocument(socket, documentId)
      throw error
    }
  })
  on(node, socket, 'document:close', documentIdInput, async (_actor, { documentId }) => {
    closeDocument(socket, documentId)
    return {}
  })
  const writing = createWritingLimit()
  on(
    node,
    socket,
    'document:update',
    updateDocumentInput,
    async (actor, input) => {
      writing.take(actor.personId, input.update.byteLength)
      const { documentId } = input
      const tell = () => void socket.emit('document:received', { documentId })
      const slow = setTimeout(tell, toldAfter)
      try {
        const { seq } = await node.lines.append(socket, actor, input)
        return { seq }
      } finally {
        clearTimeout(slow)
      }
    },
    writing.count,
  )
  socket.on('disconnecting', () => closeDocuments(socket))
}
