import { parentPort } from 'node:worker_threads'
import { diffChars, diffLines } from 'diff'
import { uint32 } from 'lib0/random'
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
  try: ({ updates }) => load(updates, () => {}),
  // What a person would have typed to make this text of the present one; null when it is that already.
  rewrite: ({ updates, name, wanted }) => load(updates, (doc) => rewrite(doc, name, wanted)),
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

function rewrite(doc, name, wanted) {
  const text = doc.getText(name)
  const before = text.toString()
  if (before === wanted) return null
  // Nobody else's: two who write under one id would destroy each other's text.
  while (doc.store.clients.has(doc.clientID)) doc.clientID = uint32()
  let update
  doc.once('update', (bytes) => {
    update = bytes
  })
  doc.transact(() => {
    let at = 0
    for (const { value, added, removed } of differences(before, wanted)) {
      if (removed) text.delete(at, value.length)
      else {
        if (added) text.insert(at, value)
        at += value.length
      }
    }
    // Halves of characters, which only a broken client writes, do not survive being cut apart.
    if (text.toString() === wanted) return
    text.delete(0, text.length)
    text.insert(0, wanted)
  })
  return { update, client: doc.clientID, clock: Y.getState(doc.store, doc.clientID) }
}

/** How long one comparison may look for what is small, and all of a text together, in milliseconds. */
const timeout = 500
const patience = 1_500
/** Lines that changed are compared letter by letter up to this many of them. */
const mostLetters = 5_000

/** Few changes rather than the fewest: others' cursors and marks stay where the text stays. */
function differences(before, wanted) {
  const [start, end] = common(before, wanted)
  const [old, fresh] = [before.slice(start, end(before)), wanted.slice(start, end(wanted))]
  const lines = diffLines(old, fresh, { timeout }) ?? replace(old, fresh)
  const found = [{ value: before.slice(0, start) }]
  const until = performance.now() + patience
  for (let at = 0; at < lines.length; at++) {
    const [part, next] = [lines[at], lines[at + 1]]
    if (part.removed && next?.added) {
      found.push(...refine(part.value, next.value, until))
      at++
    } else found.push(part)
  }
  return found
}

function refine(old, fresh, until) {
  const left = Math.min(timeout, until - performance.now())
  if (old.length + fresh.length > mostLetters || left <= 0) return narrow(old, fresh)
  return diffChars(old, fresh, { timeout: left }) ?? narrow(old, fresh)
}

/** What differs in the middle, as a whole. */
function narrow(old, fresh) {
  const [start, end] = common(old, fresh)
  const middle = replace(old.slice(start, end(old)), fresh.slice(start, end(fresh)))
  return [{ value: old.slice(0, start) }, ...middle, { value: old.slice(end(old)) }]
}

const replace = (old, fresh) => [
  { value: old, removed: true },
  { value: fresh, added: true },
]

/** Where both begin to differ, and where in each the common end begins; never within a character. */
function common(one, other) {
  const shorter = Math.min(one.length, other.length)
  let start = 0
  while (start < shorter && one[start] === other[start]) start++
  if (isHalf(one, start) || isHalf(other, start)) start--
  let tail = 0
  while (tail < shorter - start && one.at(-1 - tail) === other.at(-1 - tail)) tail++
  if (isHalf(one, one.length - tail) || isHalf(other, other.length - tail)) tail--
  return [start, (text) => text.length - tail]
}

/** Whether a cut here would part a character of two units. */
const isHalf = (text, at) =>
  at > 0 && at < text.length && /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1))

parentPort?.on('message', ({ id, task, ...input }) => {
  try {
    parentPort?.postMessage({ id, result: tasks[task](input) })
  } catch (error) {
    parentPort?.postMessage({ id, error: String(error) })
  }
})
