import * as Y from 'yjs'
import { toBase64 } from '@/contracts/base64'
import { seatTypist } from './typing'

const edits = 260_000
/** Edits that are stored as one update. */
const step = 1_000

/** Types a long file, and says its updates as base64 text; null when it is done. */
const doc = new Y.Doc()
const typist = seatTypist({ doc, saves: [], unsaved: () => 0 }, 260, () => {})
let updates: Uint8Array[] = []
doc.on('update', (update: Uint8Array) => updates.push(update))
for (let done = 0; done < edits; done += step) {
  for (let each = 0; each < step; each++) typist.strike()
  process.send?.(toBase64(Y.mergeUpdates(updates)))
  updates = []
}
process.send?.(null)
