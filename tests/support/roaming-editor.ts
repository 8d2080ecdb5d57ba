import * as Y from 'yjs'
import { fromBase64, toBase64 } from '@/contracts/base64'
import { textName } from '@/contracts/documents'
import type { Actor } from '@/domain/actor'
import { change, type File, textOf } from './documents'
import { type Answer, connect, type TestSocket } from './realtime'

const patience = 2_000

/**
 * An editor as a browser is: it types whether or not it is connected, goes to another node when its own is
 * lost, exchanges what each side lacks when it is back, and knows what was acknowledged.
 */
export function roam(actor: Actor, file: File) {
  const doc = new Y.Doc()
  const acked = new Set<string>()
  /** Words that were typed and not acknowledged yet. */
  const waiting = new Set<string>()
  let socket: TestSocket | null = null

  const ask = async (event: 'document:open' | 'document:update' | 'room:join', input: object) => {
    const through = socket
    if (!through?.connected) return { ok: false } as Answer
    try {
      return (await through.timeout(patience).emitWithAck(event, { ...file, ...input })) as Answer
    } catch {
      return { ok: false } as Answer
    }
  }
  async function send(update: Uint8Array, words: string[]) {
    const answer = await ask('document:update', { update: toBase64(update) })
    if (!answer.ok) return answer
    for (const word of words) {
      waiting.delete(word)
      acked.add(word)
    }
    return answer
  }
  return {
    doc,
    acked,
    waiting,
    text: () => textOf(doc),
    isConnected: () => socket?.connected ?? false,
    async connect(url: string) {
      socket?.close()
      const opened = await connect(url, actor)
      opened.io.reconnection(false)
      opened.on('document:updated', ({ updates, documentId }) => {
        if (documentId !== file.documentId) return
        for (const { update } of updates)
          Y.applyUpdate(doc, fromBase64(update) ?? new Uint8Array(), 'network')
      })
      socket = opened
    },
    /** Who is in the room, as its node tells; joins it at the first time. */
    async present(): Promise<string[]> {
      const answer = await ask('room:join', { afterSeq: 0 })
      return answer.ok ? (answer.present as string[]) : []
    },
    disconnect() {
      socket?.close()
    },
    /** Takes what this side lacks, and sends what the other lacks. */
    async sync() {
      const opened = await ask('document:open', { stateVector: Y.encodeStateVector(doc) })
      if (!opened.ok) return opened
      Y.applyUpdate(doc, new Uint8Array(opened.update), 'network')
      const words = [...waiting]
      return send(Y.encodeStateAsUpdate(doc, new Uint8Array(opened.stateVector)), words)
    },
    /** Types a word somewhere, and sends it where that is possible. */
    type(word: string, place: number) {
      const update = change(doc, (text) => text.insert(place % (text.length + 1), word))
      waiting.add(word)
      return send(update, [word])
    },
    erase(place: number, length: number) {
      const text = doc.getText(textName)
      if (text.length === 0) return Promise.resolve({ ok: true } as Answer)
      const from = place % text.length
      return send(
        change(doc, () => text.delete(from, Math.min(length, text.length - from))),
        [],
      )
    },
  }
}
export type RoamingEditor = ReturnType<typeof roam>
