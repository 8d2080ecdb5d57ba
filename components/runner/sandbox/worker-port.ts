import {
  type FromWorker,
  maximumWritten,
  type Program,
  type RunTest,
  type ToWorker,
} from '../protocol'

type Scope = {
  postMessage(message: FromWorker): void
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void
}
export type Assets = Record<string, ArrayBuffer | WebAssembly.Module>
export type Port = {
  write(text: string): void
  report(test: RunTest): void
  /** Names that a program may use although they reach out: given to the language while it loads. */
  taken: { setTimeout: typeof setTimeout; clearTimeout: typeof clearTimeout }
}

const scope = self as unknown as Scope & Record<string, unknown>
const noNetwork = 'A run has no network.'

/** Sets a global for good, wherever in the chain of prototypes it stands. */
function replace(name: string, value: unknown) {
  for (let at: object | null = scope; at; at = Object.getPrototypeOf(at))
    if (Object.hasOwn(at, name)) Reflect.deleteProperty(at, name)
  Object.defineProperty(scope, name, { value, configurable: true, writable: true })
}

class NoNetwork {
  constructor() {
    throw new Error(noNetwork)
  }
}

/*
 * The frame's policy refuses all of this by itself; here it gets words that a learner understands, and
 * a program cannot flood the frame past the count of its output.
 */
function closeWays() {
  replace('fetch', () => Promise.reject(new Error(noNetwork)))
  for (const name of ['XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport'])
    replace(name, NoNetwork)
  for (const name of ['postMessage', 'close', 'Worker', 'SharedWorker', 'BroadcastChannel'])
    replace(name, undefined)
}

/**
 * Speaks for a worker with the frame: loads the language, then runs one program.
 * @param load resolves to what runs a program, which says whether all went well.
 */
export function serve(
  load: (assets: Assets, port: Port) => Promise<(program: Program) => Promise<boolean>>,
) {
  const post = scope.postMessage.bind(scope)
  let written = 0
  const port: Port = {
    write: (text) => {
      // The frame ends whatever writes too much; until it does, nothing more piles up there.
      if (written > maximumWritten) return
      written += Math.max(1, text.length)
      post({ type: 'output', text: text.slice(0, maximumWritten + 1) })
    },
    report: ({ name, passed, message }) =>
      post({
        type: 'test',
        test: { name: name.slice(0, 200), passed, message: message.slice(0, 1_000) },
      }),
    taken: { setTimeout: setTimeout.bind(self), clearTimeout: clearTimeout.bind(self) },
  }
  let loading: Promise<(program: Program) => Promise<boolean>> | undefined
  let begun = false
  scope.addEventListener('message', (event) => {
    const message = event.data as ToWorker
    // Events that the program makes itself are not the frame's.
    if (!event.isTrusted) return
    if (message.type === 'load' && !loading) {
      loading = load(message.assets, port)
      loading.then(
        () => {
          closeWays()
          post({ type: 'ready' })
        },
        (error) => {
          // Seen by the frame as the worker's error.
          port.taken.setTimeout(() => {
            throw error
          })
        },
      )
    } else if (message.type === 'run' && loading && !begun) {
      begun = true
      loading
        .then((run) => run(message.program))
        .then(
          (passed) => post({ type: 'finished', passed }),
          (error) => {
            port.write(`${error instanceof Error ? error.message : error}\n`)
            post({ type: 'finished', passed: false })
          },
        )
    }
  })
}
