import { maximumRunOutput, type PrintRunInput, printRunInput } from '@/contracts/documents'
import { channel } from '@/contracts/realtime'
import { db } from '@/db/client'
import { loadDocument } from '@/domain/access/documents'
import { loadSeat } from '@/domain/access/rooms'
import type { Node } from './node'
import { openDocumentsOf } from './open-documents'
import type { RealtimeSocket } from './realtime-server'
import { mayHint } from './standing'

/** Frames and characters of one socket that are passed on in a window; the rest is dropped. */
const mostFrames = 20
const mostCharacters = 100_000
const window = 1_000
/** Verified files that are remembered of one socket: more than a room has. */
const mostVerified = 200

/** What a program prints while it runs. Ephemeral: no answer, no storage, and dropped where the network is busy. */
export function handlePrinting(node: Node, socket: RealtimeSocket) {
  const isWithin = createPrintingLimit()
  const verified = new Map<string, Promise<boolean>>()

  /** Asked once for each file of a room: the room's channel tells from then on whether the seat is still held. */
  function verify({ roomId, documentId }: PrintRunInput): Promise<boolean> {
    if (openDocumentsOf(socket).get(documentId)?.roomId === roomId) return Promise.resolve(true)
    const key = `${roomId} ${documentId}`
    const known = verified.get(key)
    if (known) return known
    if (verified.size >= mostVerified) verified.clear()
    const asked = isInRoom().catch(() => {
      verified.delete(key)
      return false
    })
    verified.set(key, asked)
    return asked
    async function isInRoom() {
      const seat = await loadSeat(db(), socket.data.actor, roomId)
      await loadDocument(db(), seat, documentId)
      return true
    }
  }
  async function passOn(printed: PrintRunInput) {
    const room = channel.room(printed.roomId)
    // Being in the live room is the permission: joining checked it, and a removal ends it, also meanwhile.
    if (!socket.rooms.has(room) || !(await verify(printed)) || !socket.rooms.has(room)) return
    if (!(await mayHint(socket, printed.roomId))) return
    const { personId } = socket.data.actor
    socket.to(room).volatile.emit('run:printed', { ...printed, personId })
  }
  socket.on('run:print', (input) => {
    const parsed = printRunInput.safeParse(input)
    if (parsed.success && isWithin(parsed.data)) node.track(passOn(parsed.data))
  })
}

/** @returns whether a frame is within what one socket, and one run of it, may print */
export function createPrintingLimit(): (printed: PrintRunInput) => boolean {
  let started = Number.NEGATIVE_INFINITY
  let frames = 0
  let characters = 0
  let run = { id: '', printed: 0 }
  return ({ runId, text, tests = [] }) => {
    const now = performance.now()
    if (now - started > window) {
      started = now
      frames = 0
      characters = 0
    }
    // A socket runs one program at a time.
    if (run.id !== runId) run = { id: runId, printed: 0 }
    run.printed += text.length
    characters += text.length
    for (const { name, message } of tests) characters += name.length + message.length
    return ++frames <= mostFrames && characters <= mostCharacters && run.printed <= maximumRunOutput
  }
}
