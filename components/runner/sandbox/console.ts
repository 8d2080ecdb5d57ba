import { describeError, drawTable, formatLine, inspect } from './inspect'

/** A console whose lines go to the output of the run. */
export function makeConsole(write: (text: string) => void) {
  const counts = new Map<string, number>()
  const started = new Map<string, number>()
  let indent = ''
  const print = (...values: unknown[]) =>
    write(`${indent}${formatLine(values).replaceAll('\n', `\n${indent}`)}\n`)
  const since = (label: string) =>
    `${label}: ${Math.round(performance.now() - (started.get(label) ?? performance.now()))} ms`
  return {
    log: print,
    info: print,
    debug: print,
    warn: print,
    error: print,
    dir: (value: unknown) => print(inspect(value, 1)),
    trace: (...values: unknown[]) => print(...values, describeError(new Error('trace'))),
    assert: (holds: unknown, ...values: unknown[]) => {
      if (!holds) print('Assertion failed:', ...values)
    },
    table: (value: unknown) => print(typeof value === 'object' && value ? tableOf(value) : value),
    count: (label = 'default') => {
      const count = (counts.get(label) ?? 0) + 1
      counts.set(label, count)
      print(`${label}: ${count}`)
    },
    countReset: (label = 'default') => counts.delete(label),
    time: (label = 'default') => started.set(label, performance.now()),
    timeLog: (label = 'default') => print(since(label)),
    timeEnd: (label = 'default') => {
      print(since(label))
      started.delete(label)
    },
    group: (...values: unknown[]) => {
      if (values.length > 0) print(...values)
      indent += '  '
    },
    groupCollapsed: (...values: unknown[]) => {
      if (values.length > 0) print(...values)
      indent += '  '
    },
    groupEnd: () => {
      indent = indent.slice(2)
    },
    clear: () => undefined,
  }
}

function tableOf(value: object): string {
  const rows = Object.entries(value)
  const isRow = (row: unknown): row is object => typeof row === 'object' && row !== null
  const columns = [...new Set(rows.flatMap(([, row]) => (isRow(row) ? Object.keys(row) : [])))]
  const plain = rows.some(([, row]) => !isRow(row))
  const cell = (row: unknown, name: string) => {
    const value = isRow(row) ? (row as Record<string, unknown>)[name] : undefined
    return value === undefined ? '' : inspect(value, 1)
  }
  return drawTable(
    ['', ...columns, ...(plain ? ['value'] : [])],
    rows.map(([key, row]) => [
      key,
      ...columns.map((name) => cell(row, name)),
      ...(plain ? [isRow(row) ? '' : inspect(row, 1)] : []),
    ]),
  )
}
