import fs from 'node:fs'
import { ensureBuilt } from './build'
import { type Count, checkTypes, countWhole, runPlaywright, runVitest } from './counted'
import { provideRedis } from './provide-redis'
import { Sentence } from './sentence.js'

function title(text: string) {
  console.log(`\n── ${text}`)
}

/** Everything that must hold; the last line of output is the sum. */
export async function test() {
  const since = Date.now()
  const counts: Count[] = []
  fs.mkdirSync('test-results', { recursive: true })

  title('Type check')
  counts.push(await checkTypes())
  title('Lint and import rules')
  counts.push(await countWhole(['node_modules/@biomejs/biome/bin/biome', 'ci', '.']))

  title('Set-up')
  const redis = await provideRedis()
  console.log(
    redis
      ? '  Redis: found'
      : '  Redis: none to be had, so the tests that need one are skipped (set REDIS_URL to run them)',
  )
  const built = await ensureBuilt({ afresh: Boolean(process.env.CI) }).then(
    () => true,
    (error: unknown) => {
      console.error(error instanceof Sentence ? error.message : error)
      return false
    },
  )
  title('Unit and integration tests')
  counts.push(await runVitest())
  title('End-to-end tests against the production build')
  counts.push(built ? await runPlaywright() : { passed: 0, failed: 1, skipped: 0 })

  const sum = (key: keyof Count) => counts.reduce((total, each) => total + each[key], 0)
  const failed = sum('failed')
  console.log(`\nTook ${Math.round((Date.now() - since) / 1000)} s.`)
  console.log(`${sum('passed')} passed, ${failed} failed, ${sum('skipped')} skipped`)
  process.exitCode = failed === 0 ? 0 : 1
}
