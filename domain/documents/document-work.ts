import { Worker } from 'node:worker_threads'
import * as Y from 'yjs'
import { textName } from '@/contracts/documents'

/** Longest that one file may take, in milliseconds; then the thread is ended and a new one made. */
const patience = 10_000
/** Below this, in bytes, a thread is further away than the result. */
const small = 256 * 1024

type Waiting = {
  resolve: (result: never) => void
  reject: (error: Error) => void
  timer: NodeJS.Timeout
}
let thread: { worker: Worker; waiting: Map<number, Waiting> } | undefined
let next = 0

/** The updates as one, without building the document. */
export async function mergeStored(updates: Uint8Array[]): Promise<Uint8Array> {
  const [first, ...others] = updates
  if (!first) return Y.encodeStateAsUpdate(new Y.Doc())
  if (others.length === 0) return first
  return isSmall(updates) ? Y.mergeUpdates(updates) : ask('merge', { updates })
}

/** The text that these updates make. */
export const readStoredText = (updates: Uint8Array[]): Promise<string> =>
  ask('text', { updates, name: textName })

/** The updates as one, of which deleted text is really gone. */
export const compactStored = (updates: Uint8Array[]): Promise<Uint8Array> =>
  ask('compact', { updates })

/** What one Yjs client of its own brings. */
export type Rewritten = { update: Uint8Array; client: number; clock: number }

/** The one change that makes `wanted` of the text of these updates; null when it is that already. */
export const rewriteStored = (updates: Uint8Array[], wanted: string): Promise<Rewritten | null> =>
  ask('rewrite', { updates, name: textName, wanted })

function isSmall(updates: Uint8Array[]): boolean {
  return updates.reduce((sum, { byteLength }) => sum + byteLength, 0) < small
}

function ask<Result>(task: string, input: object): Promise<Result> {
  const { worker, waiting } = open()
  const id = next++
  return new Promise<Result>((resolve, reject) => {
    const timer = setTimeout(() => end(worker, 'A file took too long.'), patience)
    worker.ref()
    waiting.set(id, { resolve, reject, timer })
    worker.postMessage({ id, task, ...input })
  })
}

function open() {
  if (thread) return thread
  const worker = new Worker(new URL('./document-thread.js', import.meta.url), { execArgv: [] })
  const opened = { worker, waiting: new Map<number, Waiting>() }
  worker.on('message', ({ id, result, error }: { id: number; result: never; error?: string }) => {
    const asked = opened.waiting.get(id)
    if (!asked) return
    opened.waiting.delete(id)
    clearTimeout(asked.timer)
    if (opened.waiting.size === 0) worker.unref()
    if (error === undefined) asked.resolve(result)
    else asked.reject(new Error(error))
  })
  worker.on('error', (error) => end(worker, error.message))
  worker.on('exit', () => end(worker, 'The thread ended.'))
  worker.unref()
  thread = opened
  return opened
}

/** Everybody who waits is told; the next question opens a new thread. */
function end(worker: Worker, why: string) {
  if (thread?.worker !== worker) return
  const { waiting } = thread
  thread = undefined
  worker.terminate().catch(() => {})
  for (const { reject, timer } of waiting.values()) {
    clearTimeout(timer)
    reject(new Error(why))
  }
}
