import { Worker } from 'node:worker_threads'
import * as Y from 'yjs'
import { textName } from '@/contracts/documents'

/** Longest that one file may take, in milliseconds; then the thread is ended and a new one made. */
const patience = { asked: 5_000, tried: 2_000, background: 5_000 }
/** Below this, in bytes, a thread is further away than the result. */
const small = 256 * 1024

/** A file is woven in a way that takes too long to read. */
export class TooSlow extends Error {}

type Question = {
  message: { id: number; task: string }
  resolve: (result: never) => void
  reject: (error: Error) => void
}
/** What was asked of it and not answered yet, in that order: the first is being worked on. */
type Thread = { worker: Worker; waiting: Question[]; timer?: NodeJS.Timeout }
/**
 * Each has a thread of its own: merging what has piled up, and trying what somebody wove, must not keep
 * people from their files.
 */
type Kind = keyof typeof patience
const threads = new Map<Kind, Thread>()
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
  ask('compact', { updates }, 'background')

/** Applies all of these, the newest of which nobody has stored yet. @throws TooSlow */
export const tryStored = (updates: Uint8Array[]): Promise<void> => ask('try', { updates }, 'tried')

/** What one Yjs client of its own brings. */
export type Rewritten = { update: Uint8Array; client: number; clock: number }

/** The one change that makes `wanted` of the text of these updates; null when it is that already. */
export const rewriteStored = (updates: Uint8Array[], wanted: string): Promise<Rewritten | null> =>
  ask('rewrite', { updates, name: textName, wanted })

function isSmall(updates: Uint8Array[]): boolean {
  return updates.reduce((sum, { byteLength }) => sum + byteLength, 0) < small
}

function ask<Result>(task: string, input: object, kind: Kind = 'asked'): Promise<Result> {
  return new Promise<Result>((resolve, reject) => {
    put(kind, { message: { ...input, id: next++, task }, resolve, reject })
  })
}

function put(kind: Kind, question: Question) {
  const thread = threads.get(kind) ?? open(kind)
  thread.waiting.push(question)
  thread.worker.postMessage(question.message)
  if (thread.waiting.length === 1) begin(kind, thread)
}

/** The time of each begins when its turn comes: a slow file must not cost those behind it theirs. */
function begin(kind: Kind, opened: Thread) {
  clearTimeout(opened.timer)
  if (opened.waiting.length === 0) return opened.worker.unref()
  opened.worker.ref()
  opened.timer = setTimeout(
    () => end(kind, opened, new TooSlow('A file took too long.')),
    patience[kind],
  )
}

function open(kind: Kind): Thread {
  const worker = new Worker(new URL('./document-thread.js', import.meta.url), { execArgv: [] })
  const opened: Thread = { worker, waiting: [] }
  threads.set(kind, opened)
  worker.on('message', ({ id, result, error }: { id: number; result: never; error?: string }) => {
    const [asked] = opened.waiting
    if (asked?.message.id !== id) return
    opened.waiting.shift()
    begin(kind, opened)
    if (error === undefined) asked.resolve(result)
    else asked.reject(new Error(error))
  })
  worker.on('error', (error) => end(kind, opened, error))
  worker.on('exit', () => end(kind, opened, new Error('The thread ended.')))
  worker.unref()
  return opened
}

/** Whoever was being answered is told; those behind, who are not to blame, go to a new thread. */
function end(kind: Kind, ended: Thread, why: Error) {
  if (threads.get(kind) !== ended) return
  threads.delete(kind)
  clearTimeout(ended.timer)
  ended.worker.terminate().catch(() => {})
  const [first, ...others] = ended.waiting
  first?.reject(why)
  for (const question of others) put(kind, question)
}
