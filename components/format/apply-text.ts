import { diff } from '@codemirror/merge'
import type * as Y from 'yjs'

/** Beyond this a difference is told less exactly, rather than slowly. */
const config = { scanLimit: 5_000, timeout: 500 }

/**
 * Makes a shared text read like another one by the fewest changes: what others point at and mark stays where
 * it is. It is one change for everybody, and one step of one's own undo.
 */
export function applyText(text: Y.Text, undo: Y.UndoManager, wanted: string) {
  const changes = diff(text.toString(), wanted, config)
  if (changes.length === 0) return
  // Neither what was typed just before nor what comes after belongs to this step.
  undo.stopCapturing()
  text.doc?.transact(() => {
    // From the end, so that the places of those before hold.
    for (const { fromA, toA, fromB, toB } of [...changes].reverse()) {
      if (toA > fromA) text.delete(fromA, toA - fromA)
      if (toB > fromB) text.insert(fromA, wanted.slice(fromB, toB))
    }
  })
  undo.stopCapturing()
}
