import { parentPort } from 'node:worker_threads'
import * as Y from 'yjs'

/*
 * Runs beside the process, in plain JavaScript so that it is the same file for tests, development and the
 * bundle. It does what can take long: whoever writes chooses how a document is woven, and can make it slow.
 */
const tasks = {
  merge: ({ updates }) => Y.mergeUpdates(updates),
  text: ({ updates, name }) => load(updates, (doc) => doc.getText(name).toString()),
  // Built with garbage collection, so that of deleted text nothing but its length is left.
  compact: ({ updates }) => load(updates, (doc) => Y.encodeStateAsUpdate(doc)),
}

function load(updates, read) {
  const doc = new Y.Doc()
  try {
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update)
    })
    return read(doc)
  } finally {
    doc.destroy()
  }
}

parentPort?.on('message', ({ id, task, ...input }) => {
  try {
    parentPort?.postMessage({ id, result: tasks[task](input) })
  } catch (error) {
    parentPort?.postMessage({ id, error: String(error) })
  }
})
