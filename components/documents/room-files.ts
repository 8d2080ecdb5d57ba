import { v4 as uuid } from 'uuid'
import type { Answer } from '@/components/realtime/transport'
import type { RoomStore } from '@/components/rooms/room-store'

/** What can be done with a room's files; the list itself changes by the room's own events. */
export class RoomFiles {
  readonly #store: RoomStore

  constructor(store: RoomStore) {
    this.#store = store
  }

  create(path: string, text: string): Promise<Answer<'document:create'>> {
    const { transport, roomId } = this.#store
    return transport.request('document:create', { roomId, documentId: uuid(), path, text })
  }
  move = (documentId: string, path: string) =>
    this.#store.transport.request('document:move', {
      roomId: this.#store.roomId,
      documentId,
      path,
    })
  remove = (documentId: string) =>
    this.#store.transport.request('document:delete', { roomId: this.#store.roomId, documentId })
  restore = (documentId: string) =>
    this.#store.transport.request('document:restore', { roomId: this.#store.roomId, documentId })

  has = (documentId: string) => this.#store.getView().documents.some((one) => one.id === documentId)

  /** The answer to `create` may be quicker than the room's own word of the file. */
  async appears(documentId: string): Promise<void> {
    if (this.has(documentId)) return
    await new Promise<void>((resolve) => {
      const stop = this.#store.subscribe(() => {
        if (!this.has(documentId)) return
        stop()
        resolve()
      })
    })
  }
}
