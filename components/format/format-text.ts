import type { FormatAnswer, FormatRequest } from './format-worker'
import type { Parser } from './parser-of'

/** A formatter that takes longer is ended, in milliseconds. */
const patience = 20_000

let worker: Worker | undefined
let last = 0

/** Formats a text in a worker, which is made at first use. Never rejects. */
export function formatText(parser: Parser, path: string, text: string): Promise<FormatAnswer> {
  const id = ++last
  worker ??= new Worker(new URL('./format-worker.ts', import.meta.url), { type: 'module' })
  const at = worker
  return new Promise((resolve) => {
    const end = (answer: FormatAnswer) => {
      clearTimeout(timer)
      at.removeEventListener('message', hear)
      at.removeEventListener('error', fail)
      resolve(answer)
    }
    const giveUp = (message: string) => {
      at.terminate()
      if (worker === at) worker = undefined
      end({ id, ok: false, message })
    }
    const hear = ({ data }: MessageEvent<FormatAnswer>) => {
      if (data.id === id) end(data)
    }
    const fail = () =>
      giveUp('The formatter could not be fetched. Check your connection and try again.')
    const timer = setTimeout(() => giveUp('The formatter took too long.'), patience)
    at.addEventListener('message', hear)
    at.addEventListener('error', fail)
    at.postMessage({ id, parser, path, text } satisfies FormatRequest)
  })
}
