import { channel } from '@/contracts/realtime'
import { authenticate } from './authenticate'
import { handleCursors } from './handle-cursors'
import { handleDocuments } from './handle-documents'
import { handleDrafts } from './handle-drafts'
import { handleMarks } from './handle-marks'
import { handleMessages } from './handle-messages'
import { handleModeration } from './handle-moderation'
import { handlePolls } from './handle-polls'
import { handlePrinting } from './handle-printing'
import { handleReminders } from './handle-reminders'
import { handleRooms } from './handle-rooms'
import { handleRuns } from './handle-runs'
import { handleTasks } from './handle-tasks'
import { handleThreads } from './handle-threads'
import { handleTyping } from './handle-typing'
import { handleVersions } from './handle-versions'
import { handleWheel } from './handle-wheel'
import type { LiveSessions } from './live-sessions'
import type { Node } from './node'
import type { RealtimeSocket } from './realtime-server'

/** Of one person on one node: other limits count by socket, so their number has to end somewhere. */
export const mostSockets = 100

/** Lets signed-in people in, and gives each of their sockets the handlers of every feature. */
export function admitSockets(node: Node, sessions: LiveSessions) {
  node.io.use(async (socket, next) => {
    try {
      const actor = await authenticate(socket.handshake.headers.cookie)
      if (!actor) return next(new Error('unauthorised'))
      const own = node.io.of('/').adapter.rooms.get(channel.person(actor.personId))
      if (own && own.size >= mostSockets) return next(new Error('too many'))
      socket.data.actor = actor
      next()
    } catch (error) {
      node.log.warn({ err: error, socketId: socket.id }, 'a socket could not be authenticated')
      next(new Error('unavailable'))
    }
  })
  node.io.on('connection', (socket) => {
    node.deliveries.watch(socket)
    node.documents.watch(socket)
    // Most tabs only listen. Whoever says something gets the handlers first, then is heard.
    const listen = () => {
      socket.offAny(listen)
      handleEvents(node, socket)
    }
    socket.onAny(listen)
    // The request and its headers were needed to sign in, and weigh as much as all the rest.
    Reflect.set(socket.conn, 'request', null)
    socket.handshake.headers = {}
    // One who takes leave by a packet and keeps the connection would be counted by nothing.
    socket.on('disconnect', () => socket.conn.close())
    sessions.watch(socket).catch((error) => {
      // Unchecked is not signed in; the client tries again.
      node.log.warn({ err: error, socketId: socket.id }, 'a session could not be checked')
      socket.conn.close()
    })
  })
}

function handleEvents(node: Node, socket: RealtimeSocket) {
  handleRooms(node, socket)
  handleModeration(node, socket)
  handleDrafts(node, socket)
  handleMessages(node, socket)
  handleThreads(node, socket)
  handlePolls(node, socket)
  handleDocuments(node, socket)
  handleCursors(socket)
  handleRuns(node, socket)
  handlePrinting(node, socket)
  handleMarks(node, socket)
  handleTasks(node, socket)
  handleWheel(node, socket)
  handleVersions(node, socket)
  handleReminders(node, socket)
  handleTyping(node, socket)
}
