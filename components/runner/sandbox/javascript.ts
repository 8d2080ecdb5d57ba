import type { Program } from '../protocol'
import { makeConsole } from './console'
import { expect } from './expect'
import { describeError, inspect } from './inspect'
import { loadModules } from './load-modules'
import { trackTimers } from './track-timers'
import { type Port, serve } from './worker-port'

type Test = { name: string; run: () => unknown }

const globals = globalThis as unknown as Record<string, unknown>
const describeThrown = (error: unknown) =>
  error instanceof Error ? describeError(error) : `Uncaught ${inspect(error, 1)}`

/** `test(name, run)` and `describe(name, define)`; tests run in order once the program has defined them. */
function collectTests(): Test[] {
  const tests: Test[] = []
  const above: string[] = []
  const test = (name: unknown, run: unknown) => {
    if (typeof run !== 'function') throw new TypeError('test(name, run) needs a function to run.')
    tests.push({ name: [...above, String(name)].join(' › '), run: () => run() })
  }
  const describe = (name: unknown, define: () => void) => {
    above.push(String(name))
    try {
      define()
    } finally {
      above.pop()
    }
  }
  Object.assign(globals, { test, it: test, describe, expect })
  return tests
}

function answerPrompts(input: string, write: Port['write']) {
  const lines = input === '' ? [] : input.replace(/\n$/, '').split('\n')
  const ask = (message: unknown = '') => {
    const line = lines.shift() ?? null
    const told = message === '' ? '' : `${String(message)} `
    write(`${told}${line ?? ''}\n`)
    return line
  }
  globals.prompt = ask
  globals.confirm = (message: unknown) => /^(y|yes|true|ok)$/i.test(ask(message) ?? '')
  globals.alert = (message: unknown = '') => write(`${String(message)}\n`)
}

async function run(program: Program, port: Port): Promise<boolean> {
  let passed = true
  const fail = (error: unknown) => {
    passed = false
    port.write(`${describeThrown(error)}\n`)
  }
  addEventListener('error', (event) => {
    event.preventDefault()
    fail(event.error ?? event.message)
  })
  addEventListener('unhandledrejection', (event) => {
    event.preventDefault()
    fail(event.reason)
  })
  globals.console = makeConsole(port.write)
  answerPrompts(program.input, port.write)
  const tests = collectTests()
  const timers = trackTimers(port.taken)
  try {
    await loadModules(program.files, program.entry)
  } catch (error) {
    fail(error)
    return false
  }
  for (const { name, run } of tests)
    try {
      await run()
      port.report({ name, passed: true, message: '' })
    } catch (error) {
      passed = false
      port.report({ name, passed: false, message: describeThrown(error) })
    }
  await timers.drained()
  return passed
}

serve(async (_assets, port) => (program) => run(program, port))
