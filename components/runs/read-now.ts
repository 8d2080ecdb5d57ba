import type { DocumentDesk } from '@/components/documents/document-desk'
import type { RoomStore } from '@/components/rooms/room-store'

const desks = new WeakMap<RoomStore, DocumentDesk>()

/** An open editor knows the files best, with what is not sent yet. Returns how to take it back. */
export function lendDesk(store: RoomStore, desk: DocumentDesk): () => void {
  desks.set(store, desk)
  return () => {
    if (desks.get(store) === desk) desks.delete(store)
  }
}

/** The text of a file as it is now, also while the editor is closed; null when it cannot be had. */
export async function readNow(store: RoomStore, documentId: string): Promise<string | null> {
  if (!store.getView().documents.some(({ id }) => id === documentId)) return null
  const desk = desks.get(store)
  if (desk) return desk.sync(documentId).readText()
  const [Y, { textName }] = await Promise.all([import('yjs'), import('@/contracts/documents')])
  const { roomId, transport } = store
  const place = { roomId, documentId }
  const doc = new Y.Doc()
  const stateVector = Y.encodeStateVector(doc)
  const answer = await transport.request('document:open', { ...place, stateVector })
  // Unless the editor has been opened meanwhile, and goes on with the file.
  if (!desks.has(store)) void transport.request('document:close', place)
  if (!answer.ok) return null
  const { update } = answer
  Y.applyUpdate(doc, update instanceof Uint8Array ? update : new Uint8Array(update))
  return doc.getText(textName).toString()
}
