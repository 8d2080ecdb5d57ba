import { PGlite, type Results } from '@electric-sql/pglite'
import type { Program } from '../protocol'
import { drawTable } from './inspect'
import { type Statement, splitStatements } from './split-statements'
import { type Assets, type Port, serve } from './worker-port'

const mostRows = 200
/** Types whose values are drawn to the right: the numbers. */
const numeric = new Set([20, 21, 23, 26, 700, 701, 790, 1700])

type Refused = Error & {
  code?: string
  position?: string
  detail?: string
  hint?: string
  severity?: string
}

const cell = (value: unknown) =>
  value === null ? 'NULL' : typeof value === 'string' ? value.replaceAll('\n', '⏎') : String(value)

function describeResult({ fields, rows, affectedRows }: Results<unknown[]>, text: string): string {
  if (fields.length === 0) {
    const verb = /^\s*(\w+)(?:\s+(\w+))?/.exec(
      text.replace(/^(?:\s|--[^\n]*\n|\/\*[\s\S]*?\*\/)+/, ''),
    )
    const first = (verb?.[1] ?? '').toUpperCase()
    if (/^(INSERT|UPDATE|DELETE|MERGE|COPY)$/.test(first)) return `${first} ${affectedRows ?? 0}\n`
    const second = /^(CREATE|ALTER|DROP)$/.test(first) ? ` ${(verb?.[2] ?? '').toUpperCase()}` : ''
    return `${first}${second}\n`
  }
  const table = drawTable(
    fields.map(({ name }) => name),
    rows.slice(0, mostRows).map((row) => row.map(cell)),
    fields.map(({ dataTypeID }) => numeric.has(dataTypeID)),
  )
  const count = `${rows.length} ${rows.length === 1 ? 'row' : 'rows'}`
  const cut = rows.length > mostRows ? `; the first ${mostRows} are shown` : ''
  return `${table}\n(${count}${cut})\n\n`
}

/** The error with its line in the file, and a mark under the character that PostgreSQL points at. */
function describeRefusal(
  error: Refused,
  { text, start }: Statement,
  program: Program,
  sql: string,
) {
  // PostgreSQL counts characters, not UTF-16 units.
  const before = [...text].slice(0, Math.max(0, Number(error.position ?? 1) - 1)).join('')
  const at = start + before.length
  const lines = sql.slice(0, at).split('\n')
  const column = lines.at(-1)?.length ?? 0
  const source = sql.split('\n')[lines.length - 1] ?? ''
  return [
    `${program.entry}:${lines.length}:${column + 1}: ${error.severity ?? 'ERROR'}: ${error.message}`,
    ...(error.position ? [source, `${' '.repeat(column)}^`] : []),
    ...(error.detail ? [`Detail: ${error.detail}`] : []),
    ...(error.hint ? [`Hint: ${error.hint}`] : []),
    '',
  ].join('\n')
}

async function load(assets: Assets, port: Port) {
  const [postgres, initdb, bundle] = ['pglite.wasm', 'initdb.wasm', 'pglite.data'].map(
    (name) => assets[name],
  )
  if (
    !(postgres instanceof WebAssembly.Module) ||
    !(initdb instanceof WebAssembly.Module) ||
    !(bundle instanceof ArrayBuffer)
  )
    throw new Error('PostgreSQL is not there.')
  const database = await PGlite.create({
    pgliteWasmModule: postgres,
    initdbWasmModule: initdb,
    fsBundle: new Blob([bundle]),
  })

  // Values are shown as PostgreSQL writes them, whatever their type.
  const asWritten = Object.fromEntries(
    Object.keys(database.parsers).map((type) => [type, (value: string) => value]),
  )

  return async (program: Program) => {
    const sql = program.files.find(({ path }) => path === program.entry)?.text ?? ''
    for (const statement of splitStatements(sql))
      try {
        const results = await database.exec(statement.text, {
          rowMode: 'array',
          parsers: asWritten,
          onNotice: (notice) => port.write(`${notice.severity}: ${notice.message}\n`),
        })
        for (const result of results)
          port.write(describeResult(result as unknown as Results<unknown[]>, statement.text))
      } catch (error) {
        port.write(describeRefusal(error as Refused, statement, program, sql))
        return false
      }
    return true
  }
}

serve(load)
