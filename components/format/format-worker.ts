import type { Plugin } from 'prettier'
import type { Parser } from './parser-of'

export type FormatRequest = { id: number; parser: Parser; path: string; text: string }
export type FormatAnswer =
  | { id: number; ok: true; text: string }
  /** `line` and `column` count from 1; absent when the parser does not say where. */
  | { id: number; ok: false; message: string; line?: number; column?: number }

type Load = () => Promise<{ default: Plugin }>
const estree: Load = async () => ({
  default: (await import('prettier/plugins/estree')).default as Plugin,
})
const babel: Load = () => import('prettier/plugins/babel')
const postcss: Load = () => import('prettier/plugins/postcss')

/** Each language comes with its first file. Pages and notes hold others within them. */
const plugins: Record<Parser, Load[]> = {
  babel: [babel, estree],
  typescript: [() => import('prettier/plugins/typescript'), estree],
  json: [babel, estree],
  css: [postcss],
  html: [() => import('prettier/plugins/html'), postcss, babel, estree],
  markdown: [() => import('prettier/plugins/markdown'), postcss, babel, estree],
  yaml: [() => import('prettier/plugins/yaml')],
}

/** Never rejects: whatever a parser throws is an answer. */
export async function format({ id, parser, path, text }: FormatRequest): Promise<FormatAnswer> {
  try {
    const [prettier, ...loaded] = await Promise.all([
      import('prettier/standalone'),
      ...plugins[parser].map((load) => load()),
    ])
    const options = { parser, filepath: path, plugins: loaded.map((one) => one.default) }
    return { id, ok: true, text: await prettier.format(text, { ...options, endOfLine: 'auto' }) }
  } catch (error) {
    return { id, ok: false, ...explain(error) }
  }
}

function explain(error: unknown): { message: string; line?: number; column?: number } {
  if (!(error instanceof Error)) return { message: 'The formatter failed.' }
  // Below the first line comes a drawing of the place in ASCII; at its end the place in numbers.
  const [first = ''] = error.message.split('\n')
  const message = first.replace(/\s*\(\d+:\d+\)\s*$/, '')
  const { loc } = error as { loc?: { start?: { line?: unknown; column?: unknown } } }
  const { line, column } = loc?.start ?? {}
  return typeof line === 'number' && typeof column === 'number'
    ? { message, line, column }
    : { message }
}

// Tests import this without a worker around it.
if (typeof self !== 'undefined')
  self.onmessage = async ({ data }: MessageEvent<FormatRequest>) => {
    self.postMessage(await format(data))
  }
