const deepest = 4
const mostItems = 100

/** A value as a console shows it; strings inside other values are quoted. */
export function inspect(value: unknown, depth = 0, seen: unknown[] = []): string {
  if (typeof value === 'string') return depth === 0 ? value : quote(value)
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value === 'symbol') return value.toString()
  if (typeof value === 'function') return nameOfFunction(value)
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? '-0' : `${value}`
  if (seen.includes(value)) return '[Circular]'
  if (value instanceof Error) return describeError(value)
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString()
  if (value instanceof RegExp) return String(value)
  if (value instanceof Promise) return 'Promise {}'
  const name = Object.getPrototypeOf(value)?.constructor?.name
  if (depth > deepest) return Array.isArray(value) ? '[Array]' : `[${name ?? 'Object'}]`
  const inner = (each: unknown) => inspect(each, depth + 1, [...seen, value])
  if (Array.isArray(value)) return wrap('[', value.map(inner), ']')
  if (value instanceof Map)
    return wrap(
      `Map(${value.size}) {`,
      [...value].map(([key, each]) => `${inner(key)} => ${inner(each)}`),
      '}',
    )
  if (value instanceof Set) return wrap(`Set(${value.size}) {`, [...value].map(inner), '}')
  if (ArrayBuffer.isView(value) && !(value instanceof DataView))
    return wrap(
      `${name} [`,
      Array.from(value as Uint8Array)
        .slice(0, mostItems)
        .map(inner),
      ']',
    )
  const fields = Object.entries(value).map(
    ([key, each]) => `${/^[A-Za-z_$][\w$]*$/.test(key) ? key : quote(key)}: ${inner(each)}`,
  )
  const prefix = name && name !== 'Object' ? `${name} ` : ''
  return wrap(`${prefix}{`, fields, '}')
}

const quote = (text: string) =>
  text.includes("'")
    ? JSON.stringify(text)
    : `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"')}'`

function nameOfFunction(value: { name?: unknown }): string {
  const kind = /^class\b/.test(Function.prototype.toString.call(value)) ? 'class' : 'Function'
  return `[${kind}${value.name ? `: ${String(value.name)}` : ' (anonymous)'}]`
}

function wrap(open: string, parts: string[], close: string): string {
  if (parts.length === 0) return `${open}${close}`
  const shown =
    parts.length > mostItems
      ? [...parts.slice(0, mostItems), `… ${parts.length - mostItems} more`]
      : parts
  const padded = open.endsWith('{') ? ' ' : ''
  const line = `${open}${padded}${shown.join(', ')}${padded}${close}`
  if (line.length <= 76 && !line.includes('\n')) return line
  return `${open}\n${shown.map((part) => `  ${part.replaceAll('\n', '\n  ')}`).join(',\n')}\n${close}`
}

/** Message and place of an error, without the lines of what runs the program. */
export function describeError(error: Error): string {
  const places = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line) && !/blob:|<anonymous>|node:/.test(line))
    .map((line) => line.replace(/eval at .*?, /, ''))
  const head = `${error.name}: ${error.message}`
  return [head, ...places.slice(0, 8)].join('\n')
}

/** What console methods print: `%s` and its like are filled in, the rest follows. */
export function formatLine([first, ...rest]: unknown[]): string {
  const shown = (each: unknown) => inspect(each, typeof each === 'string' ? 0 : 1)
  if (typeof first !== 'string') return [first, ...rest].map(shown).join(' ')
  const line = first.replace(/%[sdifoOjc%]/g, (mark) => {
    if (mark === '%%') return '%'
    if (rest.length === 0) return mark
    const value = rest.shift()
    if (mark === '%c') return ''
    if (mark === '%d') return String(Number(value))
    if (mark === '%i') return String(Math.trunc(Number(value)))
    if (mark === '%f') return String(Number(value))
    return inspect(value, mark === '%s' ? 0 : 1)
  })
  return [line, ...rest.map(shown)].join(' ')
}

/** Rows of console.table, drawn with hyphens and bars. */
export function drawTable(head: string[], rows: string[][], right: boolean[] = []): string {
  const widths = head.map((name, at) =>
    Math.max(name.length, ...rows.map((row) => (row[at] ?? '').length)),
  )
  const draw = (row: string[]) =>
    ` ${row.map((cell, at) => (right[at] ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0))).join(' | ')}`.trimEnd()
  return [
    draw(head),
    widths.map((width) => '-'.repeat(width + 2)).join('+'),
    ...rows.map(draw),
  ].join('\n')
}
