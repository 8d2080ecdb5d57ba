import type { RunLanguage } from './protocol'

const languages: Record<string, RunLanguage> = {
  js: 'javascript',
  mjs: 'javascript',
  jsx: 'javascript',
  ts: 'typescript',
  tsx: 'typescript',
  py: 'python',
  sql: 'sql',
  html: 'html',
  htm: 'html',
}

/** The language in which a file runs; null when it does not. */
export function languageOf(path: string): RunLanguage | null {
  return languages[path.split('.').at(-1)?.toLowerCase() ?? ''] ?? null
}
