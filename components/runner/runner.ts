import { runOutcomes } from '@/contracts/documents'
import { loadRuntime, type Runtime } from './load-runtime'
import { type OpenFrame, openFrame } from './open-frame'
import {
  type Engine,
  type FromFrame,
  limitMs,
  type ProgramFile,
  type RunLanguage,
  type RunOutcome,
  type RunTest,
  type ToFrame,
} from './protocol'
import { runPreview } from './run-preview'
import { RunRecord, type RunResult } from './run-record'

export type RunRequest = {
  language: RunLanguage
  /** Path of the file that runs. */
  entry: string
  /** All files of the room: what the entry imports is found among them. */
  files: ProgramFile[]
  /** What `prompt()` and `input()` read, line by line. */
  input: string
}
export type RunListeners = {
  onOutput?: (chunk: string) => void
  /** All tests so far. */
  onTests?: (tests: RunTest[]) => void
  /** The language is there and the program has begun. */
  onStart?: () => void
  /** Ends the run: `stopped`. */
  signal?: AbortSignal
  /** Where a web page is shown; its console goes on to `onOutput` after the run has ended. */
  preview?: HTMLElement
}
export type Runner = {
  /** Runs one program at a time. @throws Error in a sentence when the sandbox cannot be had. */
  run(request: RunRequest, listeners?: RunListeners): Promise<RunResult>
  /** Takes a shown web page away. */
  closePreview(): void
  /** Ends everything; the runner can be used again. */
  dispose(): void
}

const graceMs = 5_000
const pulseMs = 1_000
const mostUnanswered = 5
const prepareMs = 120_000

/** Runs programs in a sandboxed frame, which is made, like each language is loaded, at first use. */
export function createRunner(): Runner {
  let frame: Promise<OpenFrame> | undefined
  let preview: { close(): void } | undefined
  let busy = false
  const prepared = new Set<Engine>()
  const runtimes = new Map<Engine, Promise<Runtime>>()

  const closeFrame = () => {
    frame?.then(
      (open) => open.close(),
      () => undefined,
    )
    frame = undefined
    prepared.clear()
  }
  const closePreview = () => {
    preview?.close()
    preview = undefined
  }

  async function prepare(engine: Engine): Promise<OpenFrame> {
    frame ??= openFrame('/run-frame', document.body, { title: 'Program', hidden: true })
    let loading = runtimes.get(engine)
    if (!loading) {
      loading = loadRuntime(engine)
      runtimes.set(engine, loading)
    }
    try {
      const [open, { script, assets }] = await Promise.all([frame, loading])
      if (!prepared.has(engine))
        open.port.postMessage({ type: 'prepare', engine, script, assets } satisfies ToFrame)
      prepared.add(engine)
      return open
    } catch (error) {
      runtimes.delete(engine)
      closeFrame()
      throw error
    }
  }

  async function runProgram(request: RunRequest, listeners: RunListeners): Promise<RunResult> {
    const { language, entry, files, input } = request
    const engine = language === 'typescript' || language === 'html' ? 'javascript' : language
    const { signal } = listeners
    const record = new RunRecord()
    const { port } = await prepare(engine)
    if (signal?.aborted) return record.finish('stopped', 0)
    return new Promise((resolve) => {
      let startedAt: number | undefined
      let timer = setTimeout(() => silent(), prepareMs)
      const write = (text: unknown) => {
        const kept = record.write(text)
        if (kept) listeners.onOutput?.(kept)
      }
      const end = (outcome: RunOutcome, durationMs: unknown) => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', stop)
        port.onmessage = null
        clearInterval(pulse)
        resolve(record.finish(outcome, durationMs))
      }
      const giveUp = (outcome: RunOutcome, why: string) => {
        closeFrame()
        write(`\n${why}\n`)
        end(outcome, startedAt === undefined ? 0 : performance.now() - startedAt)
      }
      // Browsers give the sandbox a process of its own; a program that eats all memory ends that alone.
      const lost = () =>
        giveUp('failed', 'Ended: the sandbox is gone. The program used more memory than there is.')
      // Counted in turns: a page in the background, or asleep, takes its time with both.
      let unanswered = 0
      const ask = () => {
        if (unanswered++ >= mostUnanswered) lost()
        else port.postMessage({ type: 'ping' } satisfies ToFrame)
      }
      let pulse: ReturnType<typeof setInterval> | undefined
      const silent = () => giveUp('timed_out', 'Ended: the sandbox did not answer any more.')
      const stop = () => {
        port.postMessage({ type: 'stop' } satisfies ToFrame)
        clearTimeout(timer)
        timer = setTimeout(() => giveUp('stopped', 'Stopped.'), graceMs)
      }
      signal?.addEventListener('abort', stop)
      port.onmessage = ({ data }) => {
        const message = data as FromFrame
        if (message.type === 'started') {
          startedAt = performance.now()
          pulse = setInterval(ask, pulseMs)
          clearTimeout(timer)
          timer = setTimeout(silent, limitMs[engine] + graceMs)
          listeners.onStart?.()
        } else if (message.type === 'alive') unanswered = 0
        else if (message.type === 'output') write(message.text)
        else if (message.type === 'test') {
          if (record.report(message.test)) listeners.onTests?.(record.tests)
        } else if (message.type === 'finished')
          end(
            runOutcomes.includes(message.outcome) ? message.outcome : 'failed',
            message.durationMs,
          )
      }
      const program = { entry, files, input }
      port.postMessage({ type: 'run', engine, program, limitMs: limitMs[engine] } satisfies ToFrame)
    })
  }

  return {
    async run(request, listeners = {}) {
      if (busy) throw new Error('A program is running already. Stop it first.')
      busy = true
      closePreview()
      try {
        if (request.language !== 'html') return await runProgram(request, listeners)
        const shown = await runPreview(request, listeners)
        preview = shown
        return await shown.result
      } finally {
        busy = false
      }
    },
    closePreview,
    dispose: () => {
      closePreview()
      closeFrame()
    },
  }
}
