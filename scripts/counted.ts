import { spawn } from 'node:child_process'
import fs from 'node:fs'
import { watchOver } from './watch-over'

/** What a part of the tests came to. */
export type Count = { passed: number; failed: number; skipped: number }

/** Runs a Node program with its output shown, and nobody at the keyboard. @returns its exit code. */
export function runShown(args: string[], env: Record<string, string> = {}): Promise<number> {
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  })
  watchOver(child)
  return new Promise((resolve) => {
    child.once('error', () => resolve(1))
    child.once('close', (code) => resolve(code ?? 1))
  })
}

/** A check that is right or wrong as a whole: it counts as one test. */
export async function countWhole(args: string[]): Promise<Count> {
  const code = await runShown(args)
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
}

/** Next writes the types of pages and styles, which a fresh clone has not. */
export async function checkTypes(): Promise<Count> {
  const code = await runShown(['node_modules/next/dist/bin/next', 'typegen'], {
    NEXT_TELEMETRY_DISABLED: '1',
  })
  if (code !== 0) return { passed: 0, failed: 1, skipped: 0 }
  return countWhole(['node_modules/typescript/bin/tsc', '--noEmit'])
}

function readReport<T>(file: string): Partial<T> {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')) as T
  } catch {
    return {}
  }
}

/** A run that fails without a failed test (a broken set-up, an unhandled error) is a failure too. */
function honest(count: Count, code: number): Count {
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count
}

const vitestReport = 'test-results/vitest-report.json'
const e2eReport = 'test-results/e2e-report.json'

export async function runVitest(args: string[] = []): Promise<Count> {
  fs.rmSync(vitestReport, { force: true })
  const code = await runShown([
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${vitestReport}`,
    ...args,
  ])
  const report = readReport<{
    numPassedTests: number
    numFailedTests: number
    numPendingTests: number
    numTodoTests: number
  }>(vitestReport)
  return honest(
    {
      passed: report.numPassedTests ?? 0,
      failed: report.numFailedTests ?? 0,
      skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
    },
    code,
  )
}

export async function runPlaywright(): Promise<Count> {
  fs.rmSync(e2eReport, { force: true })
  const code = await runShown([
    'node_modules/@playwright/test/cli.js',
    'test',
    '--config=e2e/playwright.config.ts',
  ])
  const { stats } = readReport<{
    stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  }>(e2eReport)
  return honest(
    {
      passed: stats?.expected ?? 0,
      failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
      skipped: stats?.skipped ?? 0,
    },
    code,
  )
}
