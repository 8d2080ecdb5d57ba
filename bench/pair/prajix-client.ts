import { io, type Socket } from 'socket.io-client'
import * as Y from 'yjs'
import { fromBase64, toBase64 } from '@/contracts/base64'
import type { Ack, ClientEvents, DocumentOpened, ServerEvents } from '@/contracts/realtime'
import type { Line, Opened, Place } from './line'

type AnswerOf<T extends object> = Parameters<Ack<T>>[0]

/** The wire as our page uses it: signed in, one socket for everything, a change answered when it is stored. */
export async function connect(url: string, cookie: string): Promise<Line> {
  const socket: Socket<ServerEvents, ClientEvents> = io(url, {
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { cookie },
  })
  const docs = new Map<string, Y.Doc>()
  socket.on('document:updated', ({ documentId, updates }) => {
    const doc = docs.get(documentId)
    if (!doc) return
    for (const { update } of updates)
      Y.applyUpdate(doc, fromBase64(update) ?? new Uint8Array(), 'network')
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  return { open: (place) => open(socket, docs, place), close: () => void socket.close() }
}

async function open(
  socket: Socket<ServerEvents, ClientEvents>,
  docs: Map<string, Y.Doc>,
  place: Place,
): Promise<Opened> {
  const doc = new Y.Doc()
  docs.set(place.documentId, doc)
  const asked = { ...place, stateVector: Y.encodeStateVector(doc) }
  const answer: AnswerOf<DocumentOpened> = await socket.emitWithAck('document:open', asked)
  if (!answer.ok) throw new Error(answer.message)
  Y.applyUpdate(doc, new Uint8Array(answer.update), 'network')
  const saves: number[] = []
  let waiting = 0
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === 'network') return
    const since = performance.now()
    waiting++
    socket.emit('document:update', { ...place, update: toBase64(update) }, (stored) => {
      // What is refused stays unsaved, and is found missing in the end.
      if (!stored.ok) return
      waiting--
      saves.push(performance.now() - since)
    })
  })
  return { doc, saves, unsaved: () => waiting }
}
