import path from 'node:path'
import { createInterface } from 'node:readline/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { demoLogins } from '@/db/seed/demo-logins'
import { ensureBuilt } from './build'
import { Child, openLog } from './child'
import { DataFolder } from './data-folder'
import {
  describeDatabase,
  ensureDatabase,
  fillWithDemo,
  prepareDatabase,
  reachDatabase,
} from './database'
import { Lifetime, Stopped } from './lifetime'
import { startEmbeddedPostgres } from './postgres'
import { progress } from './progress.js'
import { reachRedis, startRedis } from './redis'
import { Sentence } from './sentence.js'
import { readSettings, type Settings } from './settings'

type Mode = 'start' | 'dev'
type Part = { url: string | undefined; told: string }
/** Something of ours that ended although nobody asked it to. */
type Crash = { name: string; how: string; lines: string; log: string }

/** Starts everything that Prajix needs, waits until it is healthy, and keeps it until told to stop. */
export async function runApp(mode: Mode, args: string[]): Promise<void> {
  const life = new Lifetime()
  const data = new DataFolder(process.env.DATA_DIR || '.data')
  data.takeLock()
  try {
    const settings = await readSettings()
    if (args.includes('--reset')) await reset(data, settings, args)
    const crashes: Promise<Crash>[] = []
    const database = await startDatabase(life, data, settings, crashes)
    const redis = await startPrivateRedis(life, data, settings, crashes)
    const demo = await prepare(life, data, settings, database, !args.includes('--no-demo'))
    if (mode === 'start') await life.step(() => ensureBuilt({ signal: life.signal }))
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
    const children = startProcesses(mode, environment, data.logs, settings)
    for (const child of children) {
      life.own({ name: child.name, end: () => child.end(), kill: () => child.kill() })
      crashes.push(
        child.ended.then((how) => ({
          name: child.name,
          how,
          lines: child.lastLines(),
          log: child.logFile,
        })),
      )
    }
    const address = settings.appUrl ?? `http://localhost:${settings.port}`
    data.writeLock({
      pid: process.pid,
      url: address,
      children: Object.fromEntries(children.map((each) => [each.name, each.process.pid ?? 0])),
    })
    const crashed = Promise.race(crashes)
    const ready = await progress('Starting', () =>
      life.step(() => Promise.race([crashed, waitUntilHealthy(settings, life.signal)])),
    )
    if (ready) throw crashSentence(ready)
    console.log(box(address, demo, [database.told, redis.told, `Logs       ${data.logs}`]))
    const crash = await Promise.race([crashed, life.stopped()])
    if (crash && !life.signal.aborted) throw crashSentence(crash)
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
  } finally {
    await life.endAll()
    data.releaseLock()
  }
  // Work that a signal interrupted may still hold a timer or a socket.
  process.exit(0)
}

async function reset(data: DataFolder, settings: Settings, args: string[]) {
  if (settings.databaseUrl)
    throw new Sentence(
      '--reset deletes the embedded database only, and DATABASE_URL names another: unset one of them.',
    )
  if (!args.includes('--yes')) {
    if (!process.stdin.isTTY)
      throw new Sentence('--reset asks before it deletes, and there is no terminal: add --yes.')
    const prompt = createInterface({ input: process.stdin, output: process.stdout })
    const answer = await prompt.question(
      `This deletes the database, the files and the secret in ${data.folder} for good. Type yes to go on: `,
    )
    prompt.close()
    if (answer.trim().toLowerCase() !== 'yes') throw new Sentence('Nothing was deleted.')
  }
  data.reset()
}

async function startDatabase(
  life: Lifetime,
  data: DataFolder,
  settings: Settings,
  crashes: Promise<Crash>[],
): Promise<Part & { url: string }> {
  const external = settings.databaseUrl
  if (external) {
    await progress('Reaching the database', () => life.step(() => reachDatabase(external)))
    return { url: external, told: `Database   ${describeDatabase(external)}` }
  }
  const log = openLog(data.logs, 'postgres')
  let lines = ''
  const postgres = await progress('Starting the embedded PostgreSQL', () =>
    life.step(() =>
      startEmbeddedPostgres({
        folder: data.postgres,
        durable: true,
        onOutput: (chunk) => {
          log.write(chunk)
          lines = (lines + chunk.toString()).slice(-3_000)
        },
      }),
    ),
  )
  life.own({ name: 'postgres', end: () => postgres.stop(), kill: () => postgres.kill() })
  crashes.push(
    new Promise((resolve) =>
      postgres.process.once('exit', (code, signal) =>
        resolve({
          name: 'postgres',
          how: signal ? `signal ${signal}` : `exit code ${code}`,
          lines: lines.trim().split('\n').slice(-30).join('\n'),
          log: path.join(data.logs, 'postgres.log'),
        }),
      ),
    ),
  )
  if (postgres.moved)
    console.log(
      `  PostgreSQL does not run as root and cannot enter ${data.folder}, so its data lies in ${postgres.folder}.`,
    )
  return {
    url: await ensureDatabase(postgres.url, 'prajix'),
    told: `Database   embedded PostgreSQL in ${postgres.folder}`,
  }
}

async function startPrivateRedis(
  life: Lifetime,
  data: DataFolder,
  settings: Settings,
  crashes: Promise<Crash>[],
): Promise<Part> {
  if (settings.redisUrl) {
    const url = settings.redisUrl
    const reached = await life.step(() => reachRedis(url, 5_000))
    if (reached !== true)
      throw new Sentence(
        `The Redis at ${new URL(url).host} cannot be reached (${reached}): check REDIS_URL.`,
      )
    return { url, told: `Redis      ${new URL(url).host}` }
  }
  const log = openLog(data.logs, 'redis')
  let lines = ''
  const redis = await life.step(() =>
    startRedis({
      folder: data.folder,
      password: data.authSecret(),
      onOutput: (chunk) => {
        log.write(chunk)
        lines = (lines + chunk.toString()).slice(-3_000)
      },
    }),
  )
  if (!redis) return { url: undefined, told: 'Redis      none found: one realtime node' }
  const ended = new Promise<string>((resolve) =>
    redis.child.once('exit', (code, signal) =>
      resolve(signal ? `signal ${signal}` : `exit code ${code}`),
    ),
  )
  life.own({
    name: 'redis',
    end: async () => {
      redis.child.kill('SIGTERM')
      await ended
    },
    kill: () => void redis.child.kill('SIGKILL'),
  })
  crashes.push(
    ended.then((how) => ({
      name: 'redis',
      how,
      lines: lines.trim().split('\n').slice(-30).join('\n'),
      log: path.join(data.logs, 'redis.log'),
    })),
  )
  return { url: redis.url, told: `Redis      ${redis.binary}, private to this run` }
}

/** Migrates, and fills the database on its first start. @returns whether the demo is in use. */
async function prepare(
  life: Lifetime,
  data: DataFolder,
  settings: Settings,
  database: Part & { url: string },
  demoWanted: boolean,
): Promise<boolean> {
  await progress('Bringing the database up to date', () =>
    life.step(() => prepareDatabase(database.url)),
  )
  const name = settings.databaseUrl ? describeDatabase(settings.databaseUrl) : 'embedded'
  if (data.demo(name) === undefined) {
    // Logins that everybody knows have no place in somebody's production database.
    const allowed = !(settings.databaseUrl && process.env.NODE_ENV === 'production')
    const filled =
      demoWanted &&
      allowed &&
      (await progress('Filling in the demo', () => life.step(() => fillWithDemo(database.url))))
    data.rememberDemo(name, filled)
  }
  return demoWanted && data.demo(name) === true
}

function startProcesses(
  mode: Mode,
  environment: NodeJS.ProcessEnv,
  logs: string,
  settings: Settings,
): Child[] {
  const show = mode === 'start' ? 'warnings' : 'all'
  const options = { env: environment, logs, show } as const
  const next = ['node_modules/next/dist/bin/next', mode, '-p', String(settings.port)]
  const realtime =
    mode === 'start'
      ? ['--enable-source-maps', 'dist/realtime.js']
      : ['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', 'server/main.ts']
  // Ended in the opposite order: first nobody comes in any more, then the rooms say goodbye.
  return [new Child('realtime', realtime, options), new Child('web', next, options)]
}

/** Resolves when both processes answer; the caller watches for one that dies instead. */
async function waitUntilHealthy(settings: Settings, signal: AbortSignal): Promise<undefined> {
  const deadline = Date.now() + 120_000
  for (const [name, port] of [
    ['realtime', settings.realtimePort],
    ['web', settings.port],
  ] as const) {
    while (!(await answersOk(`http://127.0.0.1:${port}/healthz`))) {
      if (signal.aborted) return
      if (Date.now() > deadline)
        throw new Sentence(`The ${name} process did not become healthy within two minutes.`)
      await wait(50)
    }
  }
}

async function answersOk(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(30_000) })
    await answer.arrayBuffer()
    return answer.ok
  } catch {
    return false
  }
}

function crashSentence(crash: Crash): Sentence {
  return new Sentence(
    `The ${crash.name} process ended unexpectedly (${crash.how}), so everything was stopped. Its last lines:\n\n${crash.lines || '(it said nothing)'}\n\nAll of them: ${crash.log}`,
  )
}

function box(address: string, demo: boolean, told: string[]): string {
  const logins = demo
    ? [
        'Demo logins',
        ...demoLogins.map((each) => `  ${each.role.padEnd(9)}${each.email}  ${each.password}`),
        '',
      ]
    : []
  const lines = [`Prajix is ready at ${address}`, '', ...logins, ...told, 'Stop       Ctrl-C']
  const width = Math.max(...lines.map((line) => line.length))
  const body = lines.map((line) => `│ ${line.padEnd(width)} │`).join('\n')
  const edge = '─'.repeat(width + 2)
  return `\n┌${edge}┐\n${body}\n└${edge}┘\n`
}
