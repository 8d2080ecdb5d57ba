import { describe, expect, it } from 'vitest'
import { languageOf } from '@/components/runner/language-of'
import { RunRecord } from '@/components/runner/run-record'
import { equals } from '@/components/runner/sandbox/equals'
import { expect as tiny } from '@/components/runner/sandbox/expect'
import { guardLoops } from '@/components/runner/sandbox/guard-loops'
import { drawTable, formatLine, inspect } from '@/components/runner/sandbox/inspect'
import { joinPath } from '@/components/runner/sandbox/join-path'
import { loadModules } from '@/components/runner/sandbox/load-modules'
import { splitStatements } from '@/components/runner/sandbox/split-statements'
import { maximumRunOutput } from '@/contracts/documents'

const texts = (sql: string) => splitStatements(sql).map(({ text }) => text)

describe('statements of an SQL file', () => {
  it('are divided at semicolons outside of quotes and comments', () => {
    expect(texts('select 1; select 2')).toEqual(['select 1', 'select 2'])
    expect(
      texts(`select ';', "a;b" -- no; here\n; select /* one; /* two; */ three; */ 1;`),
    ).toEqual([`select ';', "a;b" -- no; here\n`, 'select /* one; /* two; */ three; */ 1'])
    expect(texts(`select 'it''s;'; select e'\\';'; select $$ a; b $$, $x$ $$; $x$;`)).toEqual([
      `select 'it''s;'`,
      `select e'\\';'`,
      'select $$ a; b $$, $x$ $$; $x$',
    ])
  })
  it('keep the bodies of functions whole', () => {
    const body =
      'create function f() returns int begin atomic select case when true then 1 end; select 2; end'
    expect(texts(`${body}; select 3`)).toEqual([body, 'select 3'])
    expect(texts('begin; select 1; end; select 2')).toEqual([
      'begin',
      'select 1',
      'end',
      'select 2',
    ])
  })
  it('say where they begin, and leave out what is empty or open', () => {
    expect(splitStatements(';;\n -- nothing\n ;\n  select 1')).toEqual([
      { text: 'select 1', start: 20 },
    ])
    expect(texts("select 'open; for ever")).toEqual(["select 'open; for ever"])
  })
})

describe('loops of a web page', () => {
  const run = (script: string) => {
    let turns = 0
    // biome-ignore lint/security/noGlobalEval: the guarded script has to run.
    globalThis.eval(`(turn) => {${guardLoops(script, 'turn')}\n}`)(() => {
      turns += 1
      if (turns > 5) throw new Error('ended')
    })
    return turns
  }
  it.each([
    'for (;;) {}',
    'for (;;);',
    'while (true) ;',
    'do ; while (true)',
    'do { 1 } while (true)',
    'for (;;) for (;;) ;',
    'outer: for (;;) { while (true) continue outer }',
    'if (1) while (1) if (0) 1; else 2',
  ])('%s comes to an end', (script) => {
    expect(() => run(script)).toThrow('ended')
  })
  it('go on as before when they end by themselves, on the same lines', () => {
    expect(run('for (const each of [1, 2]) { each }\nfor (const key in { a: 1 }) key\n')).toBe(3)
    const script = 'for (;;)\n  break\n// the end'
    expect(guardLoops(script, 'turn').split('\n')).toHaveLength(3)
  })
})

describe('modules of a room', () => {
  const load = async (files: Record<string, string>) => {
    const seen: unknown[] = []
    Object.assign(globalThis, { seen: (...values: unknown[]) => seen.push(...values) })
    await loadModules(
      Object.entries(files).map(([path, text]) => ({ path, text })),
      Object.keys(files)[0] ?? '',
    )
    return seen
  }
  it('import each other, in circles too, and lose their types', async () => {
    expect(
      await load({
        'src/main.ts': `import half, { type Kind, double } from './double.js'
          import data from '../data.json'
          const kind: Kind = 'even'
          seen(double(await Promise.resolve(4)), half(4), kind, data.answer)`,
        'src/double.ts': `import { two } from './numbers'
          export type Kind = 'even' | 'odd'
          export default (value: number) => value / two()
          export const double = (value: number) => value * two()`,
        'src/numbers/index.ts': `import { double } from '../double'
          export const two = () => typeof double === 'function' ? 2 : 0`,
        'data.json': '{ "answer": 42 }',
      }),
    ).toEqual([8, 2, 'even', 42])
  })
  it('say what is missing', async () => {
    await expect(load({ 'a.js': "import './b.js'" })).rejects.toThrow('there is no b.js')
    await expect(load({ 'a.js': "import 'react'" })).rejects.toThrow('not a file of this room')
    await expect(load({ 'a.js': 'const = 1' })).rejects.toThrow('a.js: Unexpected token (1:7)')
    expect(joinPath('a/b/c.js', '../../../../etc/passwd')).toBe('etc/passwd')
  })
})

describe('what a program prints', () => {
  it('looks as in a console', () => {
    const circle: Record<string, unknown> = { name: 'round' }
    circle.self = circle
    expect(inspect(circle)).toBe("{ name: 'round', self: [Circular] }")
    expect(inspect([1, 'a', null, undefined, -0, 2n])).toBe("[1, 'a', null, undefined, -0, 2n]")
    expect(inspect(new Map([['a', new Set([1])]]))).toBe("Map(1) { 'a' => Set(1) { 1 } }")
    expect(inspect(class Point {})).toBe('[class: Point]')
    expect(formatLine(['%s is %d%%', 'all', 100, { a: 1 }])).toBe('all is 100% { a: 1 }')
    expect(drawTable(['id', 'name'], [['1', 'Olu']], [true])).toBe(
      ' id | name\n----+------\n  1 | Olu',
    )
  })
  it('is kept within the limits of a run, whatever comes out of the frame', () => {
    const record = new RunRecord()
    expect(record.write('x'.repeat(maximumRunOutput + 5))).toHaveLength(maximumRunOutput)
    expect(record.write('more')).toBe('')
    for (const made of [null, 'test', { name: 1, passed: 'yes', message: {} }]) record.report(made)
    for (let count = 0; count < 300; count++)
      record.report({ name: 'n'.repeat(999), passed: true, message: 'm'.repeat(9_999) })
    const { tests, output, outcome, durationMs } = record.finish('passed', Number.NaN)
    expect(tests[0]).toEqual({ name: '1', passed: false, message: '[object Object]' })
    expect(tests).toHaveLength(200)
    expect(tests[1]?.message).toHaveLength(1_000)
    expect([output.length, outcome, durationMs]).toEqual([maximumRunOutput, 'failed', 0])
  })
})

describe('expectations of a program', () => {
  it('hold, or say what was expected', async () => {
    tiny({ a: [1, new Date(0)] }).toEqual({ a: [1, new Date(0)] })
    tiny(0.1 + 0.2).toBeCloseTo(0.3)
    expect(() => tiny([1]).toEqual([2])).toThrow('Expected [1] to equal [2].')
    expect(() => tiny(1).not.toBe(1)).toThrow('Expected 1 not to be 1.')
    expect(() => tiny(() => 1).toThrow()).toThrow('Expected the function to throw.')
    await tiny(Promise.reject(new Error('no way'))).rejects.toThrow('no way')
    await expect(tiny(Promise.resolve(1)).rejects.toThrow()).rejects.toThrow('it gave 1')
  })
  it('compare values that contain themselves', () => {
    const [one, other]: Record<string, unknown>[] = [{}, {}]
    if (one && other) Object.assign(one, { self: one }) && Object.assign(other, { self: other })
    expect(equals(one, other)).toBe(true)
    expect(equals({ a: undefined }, {})).toBe(true)
    expect(equals([1], { 0: 1 })).toBe(false)
  })
})

it('the ending of a file says its language', () => {
  expect(['a.py', 'b/c.TSX', 'd.sql', 'e.html', 'f.md', 'Makefile'].map(languageOf)).toEqual([
    'python',
    'typescript',
    'sql',
    'html',
    null,
    null,
  ])
})
