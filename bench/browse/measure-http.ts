import { spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { browseUrl } from '@/components/projects/browse-url'
import { ensureBuilt } from '@/scripts/build'
import { freePort } from '@/scripts/processes'
import { watchOver } from '@/scripts/watch-over'
import { median, percentile } from '../measure/numbers'
import { cpuOf } from '../measure/processes'
import type { Measured } from './measure-queries'
import { openQuestions } from './questions'
import { openWorld } from './world'

const warmUp = 20

/** The page itself, counts and all, from the process that `npm start` runs. */
export async function measureHttp(
  databaseUrl: string,
  postgresPid: number,
  quick: boolean,
): Promise<Measured> {
  await ensureBuilt()
  const port = await freePort()
  const child = spawn(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'start', '-p', `${port}`],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: databaseUrl, PORT: `${port}` },
    },
  )
  watchOver(child)
  const origin = `http://127.0.0.1:${port}`
  const ask = async (path: string) => {
    const answer = await fetch(origin + path)
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`${path} is answered with ${answer.status}.`)
  }
  try {
    for (let tries = 0; ; tries++)
      try {
        await ask('/healthz')
        break
      } catch (error) {
        if (tries === 300) throw error
        await wait(100)
      }
    const questions = openQuestions(openWorld(3))
    const kinds = [
      questions.page,
      questions.rare,
      questions.two,
      questions.common,
      questions.facets,
    ]
    const times: number[] = []
    const processes = [postgresPid, child.pid ?? 0]
    let before = 0
    for (let n = 0; n < (quick ? 60 : 520); n++) {
      if (n === warmUp) before = cpuOf(processes)
      const path = browseUrl(kinds[n % kinds.length]?.() ?? {})
      const start = performance.now()
      await ask(path)
      if (n >= warmUp) times.push(performance.now() - start)
    }
    const cpu = (cpuOf(processes) - before) / times.length
    return { p50: median(times), p99: percentile(times, 0.99), cpu }
  } finally {
    child.kill('SIGTERM')
  }
}
