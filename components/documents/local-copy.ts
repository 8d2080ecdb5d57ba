import { IndexeddbPersistence } from 'y-indexeddb'
import type * as Y from 'yjs'
import { noteUnsent } from './kept-copies'

/** A document as this browser keeps it, so that writing goes on without a connection. */
export type LocalCopy = {
  /** Resolves once what was kept is in the document; also when nothing can be kept. */
  loaded: Promise<void>
  /** Whether everything written so far has reached the disk. */
  kept(): Promise<boolean>
  /** Notes whether it holds what the server has not stored: such a copy outlives signing out. */
  unsent(has: boolean): void
  clear(): Promise<void>
  close(): void
}
export type OpenLocalCopy = (name: string, doc: Y.Doc) => LocalCopy | undefined

/** A blocked or broken store must not keep the file from opening. */
const patience = 2_000

export const openLocalCopy: OpenLocalCopy = (name, doc) => {
  if (typeof indexedDB === 'undefined') return undefined
  const store = new IndexeddbPersistence(name, doc)
  const opened = store._db.then(
    () => true,
    () => false,
  )
  const loaded = Promise.race([
    opened.then(async (there) => {
      if (there) await store.whenSynced
    }),
    new Promise<void>((resolve) => setTimeout(resolve, patience)),
  ])
  return {
    loaded,
    async kept() {
      if (!store.synced || !store.db) return false
      try {
        // Reads of a store wait for the writes before them.
        const read = store.db.transaction('updates', 'readonly')
        return await new Promise<boolean>((resolve) => {
          read.oncomplete = () => resolve(true)
          read.onerror = () => resolve(false)
          read.onabort = () => resolve(false)
          read.objectStore('updates').count()
        })
      } catch {
        return false
      }
    },
    unsent: (has) => noteUnsent(name, has),
    clear: () => store.clearData().catch(() => {}),
    close: () => void store.destroy().catch(() => {}),
  }
}
