import { maximumRunOutput } from '@/contracts/run-limits'
import { maximumTests, type RunOutcome, type RunTest } from './protocol'

export type RunResult = {
  outcome: RunOutcome
  durationMs: number
  output: string
  tests: RunTest[]
}

/**
 * Gathers what comes out of a frame and keeps it within a run's limits. The program may have made up any
 * of it, so nothing is taken for what it says to be.
 */
export class RunRecord {
  output = ''
  tests: RunTest[] = []

  /** @returns the part that was kept. */
  write(text: unknown): string {
    const kept = String(text).slice(0, maximumRunOutput - this.output.length)
    this.output += kept
    return kept
  }

  report(test: unknown): boolean {
    if (this.tests.length >= maximumTests || typeof test !== 'object' || test === null) return false
    const { name, passed, message } = test as Partial<Record<keyof RunTest, unknown>>
    this.tests = [
      ...this.tests,
      {
        name: String(name ?? '').slice(0, 200),
        passed: passed === true,
        message: String(message ?? '').slice(0, 1_000),
      },
    ]
    return true
  }

  finish(outcome: RunOutcome, durationMs: unknown): RunResult {
    const red = this.tests.some(({ passed }) => !passed)
    const duration = Number.isFinite(durationMs) ? Math.round(Number(durationMs)) : 0
    return {
      outcome: outcome === 'passed' && red ? 'failed' : outcome,
      durationMs: Math.min(600_000, Math.max(0, duration)),
      output: this.output,
      tests: this.tests,
    }
  }
}
