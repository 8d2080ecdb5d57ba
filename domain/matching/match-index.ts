import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Found } from './index/opening-index'
import type { MatchState, MatchTask } from './match-thread'

/** Longest that a page waits for an answer before it asks PostgreSQL instead, in milliseconds. */
const patience = 250
const pause = 2_000

type Waiting = { resolve: (result: unknown) => void; timer: NodeJS.Timeout }
type Running = { worker: Worker; ready: boolean; waiting: Map<number, Waiting>; next: number }
// Next reloads modules in development; the thread must outlive them.
const held = globalThis as { prajixMatchIndex?: Running }

/**
 * Starts this process's own index of matches, in a thread, and starts it again should it end. Until it is
 * built, and wherever it was not started, matches are found by PostgreSQL alone.
 */
export function startMatchIndex(): void {
  if (held.prajixMatchIndex) return
  const worker = openThread()
  const running: Running = { worker, ready: false, waiting: new Map(), next: 0 }
  held.prajixMatchIndex = running
  worker.on('message', (said: { ready?: true; id?: number; result?: unknown }) => {
    if (said.ready) running.ready = true
    else if (said.id !== undefined) settle(running, said.id, said.result ?? null)
  })
  worker.on('error', () => {})
  worker.on('exit', () => {
    for (const id of running.waiting.keys()) settle(running, id, null)
    if (held.prajixMatchIndex !== running) return
    held.prajixMatchIndex = undefined
    setTimeout(startMatchIndex, pause).unref()
  })
  worker.unref()
}

/** The bundle in production, else the source: a thread does not inherit what lets Node read TypeScript. */
function openThread(): Worker {
  const bundled = path.resolve('dist', 'match-thread.js')
  if (process.env.NODE_ENV === 'production' && fs.existsSync(bundled))
    return new Worker(/* turbopackIgnore: true */ bundled, { execArgv: [] })
  const source = pathToFileURL(path.resolve('domain', 'matching', 'match-thread.ts')).href
  const program = `import('tsx/esm/api').then(({ register }) => {
    register()
    return import(${JSON.stringify(source)})
  })`
  return new Worker(program, { eval: true, execArgv: [] })
}

export async function stopMatchIndex(): Promise<void> {
  const running = held.prajixMatchIndex
  held.prajixMatchIndex = undefined
  await running?.worker.terminate()
}

function settle({ waiting, worker }: Running, id: number, result: unknown) {
  const asked = waiting.get(id)
  if (!asked) return
  waiting.delete(id)
  clearTimeout(asked.timer)
  if (waiting.size === 0) worker.unref()
  asked.resolve(result)
}

function ask(task: MatchTask): Promise<unknown> {
  const running = held.prajixMatchIndex
  if (!running?.ready) return Promise.resolve(null)
  const id = running.next++
  return new Promise((resolve) => {
    const timer = setTimeout(() => settle(running, id, null), patience)
    running.waiting.set(id, { resolve, timer })
    running.worker.ref()
    running.worker.postMessage({ id, ...task })
  })
}

/** @returns null when the index cannot answer now: PostgreSQL has to. */
export const askMatchIndex = (task: Exclude<MatchTask, { task: 'state' }>) =>
  ask(task) as Promise<Found[] | null>

/** @returns null while there is no index. */
export const readMatchState = () => ask({ task: 'state' }) as Promise<MatchState | null>
