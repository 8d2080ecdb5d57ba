import { randomUUID } from 'node:crypto'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { fromBase64, toBase64 } from '@/contracts/base64'
import { textName } from '@/contracts/documents'
import type { Actor } from '@/domain/actor'
import { appendUpdate } from '@/domain/documents/append-update'
import { createDocument } from '@/domain/documents/create-document'
import { openDocument } from '@/domain/documents/open-document'
import { type Answer, ask, hear, type TestSocket } from './realtime'

export type File = { roomId: string; documentId: string }

export async function createFile(actor: Actor, roomId: string, text = ''): Promise<File> {
  const documentId = randomUUID()
  await createDocument(actor, { roomId, documentId, path: `${documentId}.py`, text })
  return { roomId, documentId }
}

export const emptyStateVector = Y.encodeStateVector(new Y.Doc())
export const textOf = (doc: Y.Doc) => doc.getText(textName).toString()

/** The file as somebody who opens it now gets it. */
export async function openFile(actor: Actor, file: File): Promise<Y.Doc> {
  const { update } = await openDocument(actor, { ...file, stateVector: emptyStateVector })
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return doc
}

/** The update of one change. */
export function change(doc: Y.Doc, by: (text: Y.Text) => void): Uint8Array {
  const before = Y.encodeStateVector(doc)
  let update: Uint8Array | undefined
  const take = (bytes: Uint8Array) => {
    update = bytes
  }
  doc.once('update', take)
  doc.transact(() => by(doc.getText(textName)))
  doc.off('update', take)
  return update ?? Y.encodeStateAsUpdate(doc, before)
}
export const typeIn = (doc: Y.Doc, text: string, at = doc.getText(textName).length) =>
  change(doc, (target) => target.insert(at, text))

export const append = (actor: Actor, file: File, update: Uint8Array) =>
  appendUpdate(actor, { ...file, update })

/** An editor on a socket: opens the file, applies what arrives, and sends what it types. */
export async function edit(socket: TestSocket, file: File) {
  const doc = new Y.Doc()
  const arrived: number[] = []
  socket.on('document:updated', (changed) => {
    if (changed.documentId !== file.documentId) return
    for (const { seq, update } of changed.updates) {
      arrived.push(seq)
      Y.applyUpdate(doc, fromBase64(update) ?? new Uint8Array(), 'network')
    }
  })
  const open = async () => {
    const input = { ...file, stateVector: Y.encodeStateVector(doc) }
    const answer = await ask(socket, 'document:open', input)
    if (answer.ok) Y.applyUpdate(doc, new Uint8Array(answer.update), 'network')
    return answer
  }
  const send = async (update: Uint8Array): Promise<Answer> => {
    const answer = await ask(socket, 'document:update', { ...file, update: toBase64(update) })
    // The sender is told by the answer.
    if (answer.ok) arrived.push(answer.seq)
    return answer
  }
  const opened = await open()
  return { doc, arrived, opened, open, send, type: (text: string) => send(typeIn(doc, text)) }
}
export type Editor = Awaited<ReturnType<typeof edit>>
export const hearUpdate = (socket: TestSocket) => hear(socket, 'document:updated')

/**
 * What Yjs takes minutes for: each letter says that it stood alone in the file, and is compared with all
 * those of clients with lower ids.
 */
export function woven(client: number, letters: number): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 1)
  writeAlone(encoder, client, letters)
  encoding.writeVarUint(encoder, 0)
  return encoding.toUint8Array(encoder)
}

/** The same in one update: the greater id begins after the whole of the lower one, which so comes first. */
export function wovenPair(letters: number): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 2)
  for (const number of [letters + 1, 8, 0]) encoding.writeVarUint(encoder, number)
  encoding.writeUint8(encoder, 4 | 128)
  for (const number of [7, letters - 1]) encoding.writeVarUint(encoder, number)
  encoding.writeVarString(encoder, 'x')
  writeLetters(encoder, letters)
  writeAlone(encoder, 7, letters)
  encoding.writeVarUint(encoder, 0)
  return encoding.toUint8Array(encoder)
}

function writeAlone(encoder: encoding.Encoder, client: number, letters: number) {
  for (const number of [letters, client, 0]) encoding.writeVarUint(encoder, number)
  writeLetters(encoder, letters)
}
function writeLetters(encoder: encoding.Encoder, letters: number) {
  for (let at = 0; at < letters; at++) {
    for (const number of [4, 1]) encoding.writeUint8(encoder, number)
    for (const text of [textName, 'x']) encoding.writeVarString(encoder, text)
  }
}
