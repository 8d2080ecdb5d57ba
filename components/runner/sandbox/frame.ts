import {
  type Engine,
  type FromFrame,
  type FromWorker,
  maximumTests,
  maximumWritten,
  type Program,
  type RunOutcome,
  type ToFrame,
  type ToWorker,
} from '../protocol'

/*
 * Runs inside the sandboxed frame. It has no origin and no network: the page hands it everything that it
 * needs. Programs run in a worker of their own, which this script can always end; none of their code ever
 * runs here.
 */

type Warm = { worker: Worker; ready: Promise<void> }
type Kept = { url: string; assets: Record<string, ArrayBuffer | WebAssembly.Module>; spare?: Warm }
type Running = { end: (outcome: RunOutcome, lastLine?: string) => void }

const flushMs = 30

const engines = new Map<Engine, Promise<Kept>>()
let running: Running | undefined

function warmUp({ url, assets }: Kept): Warm {
  const worker = new Worker(url)
  const ready = new Promise<void>((resolve, reject) => {
    worker.onmessage = () => resolve()
    worker.onerror = (event) => reject(new Error(event.message || 'The language did not load.'))
  })
  // Whoever takes it hears of it; a spare that nobody takes fails quietly.
  ready.catch(() => undefined)
  worker.postMessage({ type: 'load', assets } satisfies ToWorker)
  return { worker, ready }
}

async function prepare(script: string, files: Record<string, ArrayBuffer>): Promise<Kept> {
  // Compiled once: each run gets a fresh worker, and shares this.
  const assets = await Promise.all(
    Object.entries(files).map(
      async ([name, bytes]) =>
        [name, name.endsWith('.wasm') ? await WebAssembly.compile(bytes) : bytes] as const,
    ),
  )
  const kept: Kept = {
    url: URL.createObjectURL(new Blob([script], { type: 'text/javascript' })),
    assets: Object.fromEntries(assets),
  }
  kept.spare = warmUp(kept)
  return kept
}

function run(
  send: (message: FromFrame) => void,
  engine: Engine,
  program: Program,
  limitMs: number,
) {
  running?.end('stopped')
  let warm: Warm | undefined
  let kept: Kept | undefined
  let startedAt = 0
  let written = 0
  let tests = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let gathered = ''
  let flushing: ReturnType<typeof setTimeout> | undefined
  // A program may print letter by letter; the page draws no more often than people see.
  const flush = () => {
    clearTimeout(flushing)
    flushing = undefined
    if (gathered) send({ type: 'output', text: gathered })
    gathered = ''
  }
  const write = (text: string) => {
    gathered += text
    flushing ??= setTimeout(flush, flushMs)
  }
  const current: Running = {
    end(outcome, lastLine) {
      if (running !== current) return
      running = undefined
      clearTimeout(timer)
      if (warm) {
        warm.worker.onmessage = null
        warm.worker.onerror = null
        warm.worker.terminate()
      }
      if (lastLine) write(lastLine)
      flush()
      const durationMs = startedAt ? Math.round(performance.now() - startedAt) : 0
      send({ type: 'finished', outcome, durationMs })
      if (kept && !kept.spare) kept.spare = warmUp(kept)
    },
  }
  running = current

  const hear = (message: FromWorker) => {
    if (message.type === 'output') {
      const text = String(message.text).slice(0, maximumWritten - written)
      // An empty line of output still costs: a program cannot flood with nothing.
      written += Math.max(1, String(message.text).length)
      write(text)
      if (written > maximumWritten)
        current.end(
          'stopped',
          `\n… The output was cut after ${maximumWritten.toLocaleString('en')} characters, and the program was ended.\n`,
        )
    } else if (message.type === 'test') {
      tests += 1
      flush()
      if (tests <= maximumTests) send({ type: 'test', test: message.test })
      else if (tests > maximumTests * 50) current.end('stopped', '\nToo many tests.\n')
    } else if (message.type === 'finished') current.end(message.passed ? 'passed' : 'failed')
  }

  const start = async () => {
    const preparing = engines.get(engine)
    if (!preparing) throw new Error('The language is not loaded.')
    kept = await preparing
    if (running !== current) return
    warm = kept.spare ?? warmUp(kept)
    kept.spare = undefined
    await warm.ready
    if (running !== current) return
    warm.worker.onmessage = ({ data }) => hear(data as FromWorker)
    warm.worker.onerror = (event) =>
      current.end('failed', `\n${event.message || 'The program used more memory than there is.'}\n`)
    startedAt = performance.now()
    timer = setTimeout(
      () => current.end('timed_out', `\nEnded: it ran longer than ${limitMs / 1000} seconds.\n`),
      limitMs,
    )
    send({ type: 'started' })
    warm.worker.postMessage({ type: 'run', program } satisfies ToWorker)
  }
  start().catch((error) =>
    current.end('failed', `${error instanceof Error ? error.message : error}\n`),
  )
}

addEventListener('message', function begin({ source, ports }: MessageEvent) {
  const [port] = ports
  if (source !== parent || !port) return
  removeEventListener('message', begin)
  const send = (message: FromFrame) => port.postMessage(message)
  port.onmessage = ({ data }) => {
    const message = data as ToFrame
    if (message.type === 'prepare') {
      const preparing = prepare(message.script, message.assets)
      preparing.catch(() => undefined)
      engines.set(message.engine, preparing)
    } else if (message.type === 'run') run(send, message.engine, message.program, message.limitMs)
    else if (message.type === 'ping') send({ type: 'alive' })
    else running?.end('stopped', '\nStopped.\n')
  }
})
