/** A text whose signs Markdown does not take as its own. */
export const escaped = (text: string) => text.replace(/[\\`*_[\]~<>]/g, '\\$&')

/** A block of code in Markdown; its fence is longer than any row of such signs in the code itself. */
export function fenced(code: string, language = ''): string {
  const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map((row) => row.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${code}\n${fence}`
}

const names: Record<string, string> = {
  ...{ mjs: 'js', cjs: 'js', mts: 'ts', cts: 'ts', htm: 'html', bash: 'sh' },
  dockerfile: 'dockerfile',
}

/** What a file's language is called after a fence; empty when its name does not tell. */
export function fenceLanguage(path: string): string {
  const name = path.split('/').at(-1)?.toLowerCase() ?? ''
  const ending = name === 'dockerfile' ? name : /.\.([a-z0-9]{1,12})$/.exec(name)?.[1]
  return ending === undefined || ending === 'txt' ? '' : (names[ending] ?? ending)
}
