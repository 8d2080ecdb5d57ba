import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { isAlive } from '@/scripts/is-alive.js'
import { freePort } from '@/scripts/processes'
import { type BootRun, runBoot } from './run-boot'

/*
 * The whole site, started as people start it. The first start builds it when nobody has yet.
 * One story in order: each chapter begins with what the one before left in the data folder.
 */
const patience = 240_000
let folder: string
let environment: Record<string, string>
let port: number
let realtimePort: number

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'prajix-start-'))
  // Root's PostgreSQL runs as nobody, who has to come in.
  fs.chmodSync(folder, 0o755)
  port = await freePort()
  realtimePort = await freePort()
  environment = {
    DATA_DIR: path.join(folder, 'data'),
    PORT: String(port),
    REALTIME_PORT: String(realtimePort),
  }
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

const inData = (name: string) => path.join(folder, 'data', name)

function children(): number[] {
  const running = JSON.parse(fs.readFileSync(inData('running.json'), 'utf8')) as {
    children: Record<string, number>
  }
  return Object.values(running.children)
}

async function untilGone(pids: number[]) {
  await expect.poll(() => pids.filter(isAlive), { timeout: 30_000 }).toEqual([])
}

async function inDatabase<T extends pg.QueryResultRow>(statement: string): Promise<T[]> {
  const [, , , databasePort] = fs
    .readFileSync(inData('postgres/postmaster.pid'), 'utf8')
    .split('\n')
  const client = new pg.Client({
    host: '127.0.0.1',
    port: Number(databasePort),
    user: 'postgres',
    password: fs.readFileSync(inData('postgres.password'), 'utf8'),
    database: 'prajix',
  })
  await client.connect()
  try {
    return (await client.query<T>(statement)).rows
  } finally {
    await client.end()
  }
}

async function start(): Promise<BootRun> {
  const run = runBoot(['start'], environment)
  await run.said(`Prajix is ready at http://localhost:${port}`)
  return run
}

it(
  'a first start seeds the demo and is healthy; a second one beside it is refused; Ctrl-C leaves nothing',
  async () => {
    const run = await start()
    expect(run.output()).toContain('Demo logins')
    for (const each of [port, realtimePort]) {
      expect((await fetch(`http://127.0.0.1:${each}/healthz`)).status).toBe(200)
      const ready = await fetch(`http://127.0.0.1:${each}/readyz`)
      expect(await ready.json()).toMatchObject({ ready: true, database: 'ok' })
    }
    await inDatabase('create table kept (word text)')
    await inDatabase("insert into kept values ('still here')")

    const second = runBoot(['start'], environment)
    expect(await second.ended).toBe(1)
    expect(second.output()).toMatch(/Prajix already runs from .+ \(process \d+, http.+\): stop it/)

    const pids = children()
    expect(pids.length).toBeGreaterThanOrEqual(3)
    run.child.kill('SIGINT')
    expect(await run.ended).toBe(0)
    expect(pids.filter(isAlive)).toEqual([])
    expect(fs.existsSync(inData('running.json'))).toBe(false)
    expect(fs.existsSync(inData('postgres/postmaster.pid'))).toBe(false)
  },
  patience,
)

it(
  'the next start keeps the data; a kill −9 takes its children with it',
  async () => {
    const run = await start()
    expect(run.output()).not.toContain('Filling in the demo')
    expect(await inDatabase('select word from kept')).toEqual([{ word: 'still here' }])
    const pids = children()
    run.child.kill('SIGKILL')
    await run.ended
    await untilGone(pids)
  },
  patience,
)

it(
  'after a kill it starts again; when one part crashes the rest ends, and its last lines are shown',
  async () => {
    const run = await start()
    const pids = children()
    const { children: named } = JSON.parse(fs.readFileSync(inData('running.json'), 'utf8')) as {
      children: { realtime: number }
    }
    process.kill(named.realtime, 'SIGKILL')
    expect(await run.ended).toBe(1)
    expect(run.output()).toContain('The realtime process ended unexpectedly (signal SIGKILL)')
    expect(run.output()).toContain(inData('logs/realtime.log'))
    expect(pids.filter(isAlive)).toEqual([])
    expect(fs.existsSync(inData('running.json'))).toBe(false)
  },
  patience,
)
