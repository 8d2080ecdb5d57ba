import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '@/scripts/processes'
import { runBoot } from './run-boot'

let folder: string
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'prajix-refusals-'))
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

async function refusal(
  environment: Record<string, string>,
  args: string[] = [],
  nodeFlags: string[] = [],
) {
  const run = runBoot(
    ['start', ...args],
    { DATA_DIR: folder, PORT: '0', REALTIME_PORT: '0', ...environment },
    nodeFlags,
  )
  const code = await run.ended
  return { code, last: run.output().trim().split('\n').at(-1) }
}

describe('npm start refuses in one sentence and exits 1 when', () => {
  it('Node is too old', async () => {
    const older =
      'data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"18.20.4"}})'
    const { code, last } = await refusal({}, [], ['--import', older])
    expect(last).toMatch(/^Prajix needs Node 20\.9 or newer, and this is Node 18\.20\.4: .+\.$/)
    expect(code).toBe(1)
  })

  it.each(['PORT', 'REALTIME_PORT'])('%s is busy', async (name) => {
    const server = net.createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = address && typeof address === 'object' ? address.port : 0
    const { code, last } = await refusal({ [name]: String(port) })
    await new Promise((resolve) => server.close(resolve))
    expect(last).toMatch(
      new RegExp(`^Port ${port} is in use by another program: .+ ${name}=\\d+\\.$`),
    )
    expect(code).toBe(1)
  })

  it('DATABASE_URL cannot be reached, without giving its password away', async () => {
    const port = await freePort()
    const { code, last } = await refusal({
      DATABASE_URL: `postgres://someone:hush@127.0.0.1:${port}/prajix`,
    })
    expect(last).toBe(
      `The database at 127.0.0.1:${port}/prajix cannot be reached (ECONNREFUSED): check DATABASE_URL.`,
    )
    expect(code).toBe(1)
  })

  it('DATABASE_URL is no address', async () => {
    const { code, last } = await refusal({ DATABASE_URL: 'mysql://there' })
    expect(last).toMatch(/^DATABASE_URL is not an address that starts with postgres:\/\//)
    expect(code).toBe(1)
  })

  it('AUTH_SECRET is missing in production with a database of one’s own', async () => {
    const { code, last } = await refusal({
      NODE_ENV: 'production',
      DATABASE_URL: 'postgres://someone@127.0.0.1:1/prajix',
    })
    expect(last).toMatch(/^AUTH_SECRET is missing: /)
    expect(code).toBe(1)
  })

  it('a flag is unknown', async () => {
    const { code, last } = await refusal({}, ['--rest'])
    expect(last).toBe('There is no flag "--rest": see --help.')
    expect(code).toBe(1)
  })

  it('--reset has nobody to ask', async () => {
    const { code, last } = await refusal({}, ['--reset'])
    expect(last).toBe('--reset asks before it deletes, and there is no terminal: add --yes.')
    expect(code).toBe(1)
  })
})

it('npm start -- --help tells the flags and the environment, and starts nothing', async () => {
  const run = runBoot(['start', '--help'], { DATA_DIR: path.join(folder, 'untouched') })
  expect(await run.ended).toBe(0)
  for (const word of ['--reset', '--no-demo', 'PORT', 'DATABASE_URL', 'REDIS_URL', 'DATA_DIR'])
    expect(run.output()).toContain(word)
  expect(fs.existsSync(path.join(folder, 'untouched'))).toBe(false)
})
