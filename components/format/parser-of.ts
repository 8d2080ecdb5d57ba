/** Parsers of prettier that the worker carries. */
export type Parser = 'babel' | 'typescript' | 'css' | 'html' | 'json' | 'markdown' | 'yaml'

const parsers: Record<string, Parser> = {
  js: 'babel',
  mjs: 'babel',
  cjs: 'babel',
  jsx: 'babel',
  ts: 'typescript',
  mts: 'typescript',
  tsx: 'typescript',
  css: 'css',
  html: 'html',
  htm: 'html',
  json: 'json',
  md: 'markdown',
  yml: 'yaml',
  yaml: 'yaml',
}

/** What formats a file; null where there is no formatter for its language. */
export function parserOf(path: string): Parser | null {
  return parsers[path.split('.').at(-1)?.toLowerCase() ?? ''] ?? null
}
