import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { textName } from '@/contracts/documents'
import { CursorChannel } from './cursor-channel'
import type { LocalCopy, OpenLocalCopy } from './local-copy'

/** One living copy of a file's text, with what belongs to it. Refused changes cost it its life. */
export class Replica {
  readonly doc = new Y.Doc()
  readonly text = this.doc.getText(textName)
  /** Undoes what this person typed here, never others' changes. */
  readonly undo = new Y.UndoManager(this.text, { captureTimeout: 600 })
  readonly cursors: CursorChannel
  readonly copy: LocalCopy | undefined

  constructor(name: string, openCopy: OpenLocalCopy, send: (state: Uint8Array) => void) {
    this.cursors = new CursorChannel(new Awareness(this.doc), send)
    this.copy = openCopy(name, this.doc)
  }

  /** Whether there is anything that tells a known file from one that was never seen. */
  get known() {
    return this.doc.store.clients.size > 0
  }

  /** Updates that waited for others which have not come. */
  get torn() {
    return this.doc.store.pendingStructs !== null || this.doc.store.pendingDs !== null
  }

  end() {
    this.cursors.end()
    this.copy?.close()
    this.undo.destroy()
    this.doc.destroy()
  }
}
