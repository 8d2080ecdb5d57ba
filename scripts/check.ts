import fs from 'node:fs'
import { checkTypes, countWhole, runVitest } from './counted'

/** The quick part of the tests: no production build and no browser. */
export async function check() {
  fs.mkdirSync('test-results', { recursive: true })
  const counts = [
    await checkTypes(),
    await countWhole(['node_modules/@biomejs/biome/bin/biome', 'check', '.']),
    // It starts the whole site, and builds it first.
    await runVitest(['--exclude', 'tests/scripts/start.test.ts']),
  ]
  process.exitCode = counts.every((each) => each.failed === 0) ? 0 : 1
}
