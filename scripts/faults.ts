import fs from 'node:fs'
import { bundleProcesses } from './build'
import { runVitest } from './counted'
import { progress } from './progress.js'
import { provideRedis } from './provide-redis'
import { Sentence } from './sentence.js'

/** What follows a flag, as a number. */
function numberAfter(args: string[], flag: string): string | undefined {
  const at = args.indexOf(flag)
  if (at < 0) return undefined
  const value = args[at + 1]
  if (!value || !/^\d+$/.test(value)) throw new Sentence(`${flag} wants a number: see --help.`)
  return value
}

/**
 * The faults of `tests/faults` and the promises, as often as is promised, against the bundled processes; with a
 * seed or a length the random schedule alone.
 */
export async function faults(args: string[]) {
  const seed = numberAfter(args, '--seed')
  const minutes = numberAfter(args, '--minutes')
  if (seed) process.env.PRAJIX_FAULTS_SEED = seed
  if (minutes) process.env.PRAJIX_FAULTS_MINUTES = minutes
  fs.mkdirSync('test-results', { recursive: true })
  await provideRedis()
  await progress('Building the processes', bundleProcesses)
  process.env.PRAJIX_FAULTS = 'all'
  const { failed } = await runVitest(
    seed || minutes ? ['tests/faults/long/random-schedule'] : ['tests/faults', 'tests/promises'],
  )
  process.exitCode = failed === 0 ? 0 : 1
}
