import fs from 'node:fs'
import { bundleProcesses } from './build'
import { runVitest } from './counted'
import { progress } from './progress.js'
import { provideRedis } from './provide-redis'

/** The faults of `tests/faults`, as often as is promised, against the bundled processes. */
export async function faults() {
  fs.mkdirSync('test-results', { recursive: true })
  await provideRedis()
  await progress('Building the processes', bundleProcesses)
  process.env.PRAJIX_FAULTS = 'all'
  const { failed } = await runVitest(['tests/faults'])
  process.exitCode = failed === 0 ? 0 : 1
}
