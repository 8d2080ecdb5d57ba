import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { watchOver } from './watch-over'

const kept = 30
/** Pino's number for a warning. */
const warning = 40

/** A log file of this run; the run before is kept beside it. */
export function openLog(folder: string, name: string): fs.WriteStream {
  const file = path.join(folder, `${name}.log`)
  if (fs.existsSync(file)) fs.renameSync(file, path.join(folder, `${name}.previous.log`))
  return fs.createWriteStream(file)
}

function isWarning(line: string): boolean {
  if (!line.startsWith('{')) return false
  try {
    return Number((JSON.parse(line) as { level?: unknown }).level) >= warning
  } catch {
    return false
  }
}

/** A long-running part of Prajix under our care: logged, watched over, ended in order. */
export class Child {
  readonly process: ChildProcess
  /** Resolves with how it ended. */
  readonly ended: Promise<string>
  readonly logFile: string
  private readonly lines: string[] = []

  /** @param options.show `all` of its output, or `warnings` (and its error output) only. */
  constructor(
    readonly name: string,
    args: string[],
    options: { env: NodeJS.ProcessEnv; logs: string; show: 'all' | 'warnings' | 'nothing' },
  ) {
    const log = openLog(options.logs, name)
    this.logFile = path.join(options.logs, `${name}.log`)
    this.process = spawn(process.execPath, args, {
      env: options.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      // Its own group: Ctrl-C reaches the start script alone, which then ends its children in order.
      detached: true,
    })
    watchOver(this.process)
    const read = (stream: NodeJS.ReadableStream | null, isError: boolean) => {
      let rest = ''
      stream?.on('data', (chunk: Buffer) => {
        log.write(chunk)
        const lines = (rest + chunk.toString()).split('\n')
        rest = lines.pop() ?? ''
        for (const line of lines) {
          this.lines.push(line)
          if (this.lines.length > kept) this.lines.shift()
          const shown = options.show === 'all' || (options.show === 'warnings' && isError)
          if (line.trim() && (shown || (options.show === 'warnings' && isWarning(line))))
            console.log(`[${name}] ${line}`)
        }
      })
    }
    read(this.process.stdout, false)
    read(this.process.stderr, true)
    this.ended = new Promise((resolve) => {
      this.process.once('error', (error) => resolve(error.message))
      this.process.once('close', (code, signal) => {
        log.end()
        resolve(signal ? `signal ${signal}` : `exit code ${code}`)
      })
    })
  }

  lastLines(): string {
    return this.lines.join('\n')
  }

  get running() {
    return this.process.exitCode === null && this.process.signalCode === null
  }

  /** Asks it to end, and makes it after ten seconds; whatever it started goes with it. */
  async end(): Promise<void> {
    if (this.running) this.process.kill('SIGTERM')
    const late = setTimeout(() => this.kill(), 10_000)
    await this.ended
    clearTimeout(late)
    this.kill()
  }

  /** Ends the whole process group at once. */
  kill() {
    const { pid } = this.process
    if (pid === undefined) return
    try {
      process.kill(-pid, 'SIGKILL')
    } catch {
      // The group is empty already.
    }
  }
}
