import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isAlive } from './is-alive.js'
import { postgresFolders } from './postgres'
import { commandOf } from './processes'
import { Sentence } from './sentence.js'

type Running = { pid: number; url: string; children: Record<string, number> }
type State = { demo: Record<string, boolean> }

/** The folder that holds everything of one installation: database, files, logs, secret, lock. */
export class DataFolder {
  readonly folder: string

  constructor(folder: string) {
    this.folder = path.resolve(folder)
    try {
      fs.mkdirSync(this.logs, { recursive: true })
      fs.accessSync(this.folder, fs.constants.W_OK)
    } catch {
      throw new Sentence(
        `${this.folder} cannot be written by this user: set DATA_DIR to a folder of yours.`,
      )
    }
  }

  get logs() {
    return path.join(this.folder, 'logs')
  }
  get postgres() {
    return path.join(this.folder, 'postgres')
  }
  private get lock() {
    return path.join(this.folder, 'running.json')
  }
  private get state() {
    return path.join(this.folder, 'state.json')
  }

  /**
   * Ends what a start that was killed left behind, and takes its place.
   * @throws Sentence when another start already uses this folder.
   */
  async takeLock() {
    const running = this.readLock()
    const alive = running && running.pid !== process.pid && isAlive(running.pid)
    // A pid is used again after a restart of the machine: look at what runs under it.
    if (alive && /boot\.js (start|dev)/.test(commandOf(running.pid)))
      throw new Sentence(
        `Prajix already runs from ${this.folder} (process ${running.pid}${running.url ? `, ${running.url}` : ''}): stop it first, or set DATA_DIR and PORT for a second one.`,
      )
    for (const pid of Object.values(running?.children ?? {})) await endLeftover(pid)
    this.writeLock({ pid: process.pid, url: '', children: {} })
  }

  writeLock(running: Running) {
    fs.writeFileSync(this.lock, JSON.stringify(running))
  }

  releaseLock() {
    if (this.readLock()?.pid === process.pid) fs.rmSync(this.lock, { force: true })
  }

  private readLock(): Running | undefined {
    try {
      return JSON.parse(fs.readFileSync(this.lock, 'utf8')) as Running
    } catch {
      return undefined
    }
  }

  /** Deletes what we made here, and nothing else: the folder may be shared with other things. */
  reset() {
    const ours = ['postgres.password', 'postgres.new', 'files', 'auth-secret', 'state.json']
    for (const name of ours)
      fs.rmSync(path.join(this.folder, name), { recursive: true, force: true })
    for (const folder of postgresFolders(this.postgres)) {
      fs.rmSync(folder, { recursive: true, force: true })
      fs.rmSync(`${folder}.password`, { force: true })
    }
  }

  /** The secret that signs sessions, made on first use. */
  authSecret(): string {
    const file = path.join(this.folder, 'auth-secret')
    if (!fs.existsSync(file))
      fs.writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 })
    return fs.readFileSync(file, 'utf8').trim()
  }

  /** Whether the database `name` was filled with the demo; undefined before its first start. */
  demo(name: string): boolean | undefined {
    return this.readState().demo[key(name)]
  }

  rememberDemo(name: string, filled: boolean) {
    const { demo } = this.readState()
    fs.writeFileSync(this.state, JSON.stringify({ demo: { ...demo, [key(name)]: filled } }))
  }

  private readState(): State {
    try {
      return JSON.parse(fs.readFileSync(this.state, 'utf8')) as State
    } catch {
      return { demo: {} }
    }
  }
}

/** Databases are told apart without writing down their logins. */
const key = (name: string) => createHash('sha256').update(name).digest('hex').slice(0, 16)

async function endLeftover(pid: number) {
  if (!isAlive(pid) || !/next|realtime|server\/main|redis|valkey/.test(commandOf(pid))) return
  process.kill(pid, 'SIGTERM')
  for (let tries = 0; tries < 50 && isAlive(pid); tries++) await wait(100)
  if (isAlive(pid)) process.kill(pid, 'SIGKILL')
}
