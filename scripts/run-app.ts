import { setTimeout as wait } from 'node:timers/promises'
import { demoLogins } from '@/db/seed/demo-logins'
import { ensureBuilt } from './build'
import { bundleRunner } from './bundle-runner'
import { Child } from './child'
import { DataFolder } from './data-folder'
import { describeDatabase, fillWithDemo, prepareDatabase } from './database'
import { Lifetime, Stopped } from './lifetime'
import { progress } from './progress.js'
import { providePrivateRedis } from './provide-private-redis'
import { reset } from './reset'
import { Sentence } from './sentence.js'
import { readSettings, type Settings } from './settings'
import { startDatabase } from './start-database'

type Mode = 'start' | 'dev'

/** Starts everything that Prajix needs, waits until it is healthy, and keeps it until told to stop. */
export async function runApp(mode: Mode, args: string[]): Promise<void> {
  const data = new DataFolder(process.env.DATA_DIR || '.data')
  await data.takeLock()
  let address = ''
  const life = new Lifetime((owned) =>
    data.writeLock({
      pid: process.pid,
      url: address,
      children: Object.fromEntries(owned.map((each) => [each.name, each.pid ?? 0])),
    }),
  )
  try {
    const settings = await readSettings()
    address = settings.appUrl ?? `http://localhost:${settings.port}`
    if (args.includes('--reset'))
      await reset(data, settings.databaseUrl !== undefined, args.includes('--yes'))
    const database = await startDatabase(life, data, settings.databaseUrl)
    const redis = await providePrivateRedis(life, data, settings.redisUrl)
    await progress('Bringing the database up to date', () =>
      life.step(() => prepareDatabase(database.url)),
    )
    const demo = await provideDemo(life, data, settings, database.url, !args.includes('--no-demo'))
    await life.step(() =>
      mode === 'start' ? ensureBuilt({ signal: life.signal }) : bundleRunner(),
    )
    await progress('Starting', () =>
      life.step(async () => {
        const environment = {
          ...process.env,
          NODE_ENV: mode === 'start' ? 'production' : 'development',
          PORT: String(settings.port),
          REALTIME_PORT: String(settings.realtimePort),
          DATABASE_URL: database.url,
          REDIS_URL: redis.url ?? '',
          DATA_DIR: data.folder,
          AUTH_SECRET: settings.authSecret ?? data.authSecret(),
          PRAJIX_DEMO: demo ? '1' : '0',
          NEXT_TELEMETRY_DISABLED: '1',
        } as const
        for (const child of startProcesses(mode, environment, data.logs)) life.own(child)
        await untilHealthy('realtime', settings.realtimePort)
        await untilHealthy('web', settings.port)
      }),
    )
    const told = [
      `Database   ${database.told}`,
      `Redis      ${redis.told}`,
      `Logs       ${data.logs}`,
      'Stop       Ctrl-C',
    ]
    console.log(box([`Prajix is ready at ${address}`, '', ...(demo ? loginLines() : []), ...told]))
    await life.untilStopped()
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
  } finally {
    await life.endAll()
    data.releaseLock()
  }
}

/** Fills the database on its first start. @returns whether the demo is in use. */
async function provideDemo(
  life: Lifetime,
  data: DataFolder,
  settings: Settings,
  databaseUrl: string,
  wanted: boolean,
): Promise<boolean> {
  const name = settings.databaseUrl ? describeDatabase(settings.databaseUrl) : 'embedded'
  if (data.demo(name) === undefined) {
    // Logins that everybody knows have no place in somebody's production database.
    const allowed = !settings.databaseUrl || process.env.NODE_ENV !== 'production'
    const filled =
      wanted &&
      allowed &&
      (await progress('Filling in the demo', () => life.step(() => fillWithDemo(databaseUrl))))
    data.rememberDemo(name, filled)
  }
  return wanted && data.demo(name) === true
}

function startProcesses(mode: Mode, env: NodeJS.ProcessEnv, logs: string): Child[] {
  const options = { env, logs, show: mode === 'start' ? 'warnings' : 'all' } as const
  const next = ['node_modules/next/dist/bin/next', mode, '-p', env.PORT ?? '']
  const realtime =
    mode === 'start'
      ? ['--enable-source-maps', 'dist/realtime.js']
      : ['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', 'server/main.ts']
  // Ended in the opposite order: first nobody comes in any more, then the rooms say goodbye.
  return [new Child('realtime', realtime, options), new Child('web', next, options)]
}

async function untilHealthy(name: string, port: number) {
  const deadline = Date.now() + 120_000
  while (Date.now() < deadline) {
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/healthz`, {
        signal: AbortSignal.timeout(30_000),
      })
      await answer.arrayBuffer()
      if (answer.ok) return
    } catch {
      // Not yet; a process that dies meanwhile is noticed by its owner.
    }
    await wait(50)
  }
  throw new Sentence(`The ${name} process did not become healthy within two minutes.`)
}

function loginLines(): string[] {
  const lines = demoLogins.map((each) => `  ${each.role.padEnd(9)} ${each.email}  ${each.password}`)
  return ['Demo logins', ...lines, '']
}

function box(lines: string[]): string {
  const width = Math.max(...lines.map((line) => line.length))
  const body = lines.map((line) => `│ ${line.padEnd(width)} │`).join('\n')
  const edge = '─'.repeat(width + 2)
  return `\n┌${edge}┐\n${body}\n└${edge}┘\n`
}
