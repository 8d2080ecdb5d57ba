import { type ChildProcess, spawn } from 'node:child_process'
import type { Owned } from './lifetime'
import { ProcessLog } from './process-log'
import { watchOver } from './watch-over'

/** Pino's number for a warning. */
const warning = 40

function isWarning(line: string): boolean {
  if (!line.startsWith('{')) return false
  try {
    return Number((JSON.parse(line) as { level?: unknown }).level) >= warning
  } catch {
    return false
  }
}

/** How a process ended, in words; resolves when its output is closed too. */
export function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('close', (code, signal) =>
      resolve(signal ? `signal ${signal}` : `exit code ${code}`),
    )
  })
}

/** A Node process of ours: logged, watched over, and ended in order. */
export class Child implements Owned {
  readonly process: ChildProcess
  readonly ended: Promise<string>
  readonly log: ProcessLog

  /** @param options.show `all` of its output, `warnings` (and its error output) only, or `nothing`. */
  constructor(
    readonly name: string,
    args: string[],
    options: { env: NodeJS.ProcessEnv; logs: string; show: 'all' | 'warnings' | 'nothing' },
  ) {
    this.log = new ProcessLog(options.logs, name)
    this.process = spawn(process.execPath, args, {
      env: options.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      // Its own group: Ctrl-C reaches the start script alone, which then ends its children in order.
      detached: true,
    })
    watchOver(this.process)
    const read = (isError: boolean) => (chunk: Buffer) => {
      for (const line of this.log.write(chunk)) {
        if (!line.trim() || options.show === 'nothing') continue
        if (options.show === 'all' || isError || isWarning(line)) console.log(`[${name}] ${line}`)
      }
    }
    this.process.stdout?.on('data', read(false))
    this.process.stderr?.on('data', read(true))
    this.ended = endOf(this.process)
    void this.ended.then(() => this.log.close())
  }

  get pid() {
    return this.process.pid
  }

  get running() {
    return this.process.exitCode === null && this.process.signalCode === null
  }

  /** Asks it to end, and makes it after twenty seconds; whatever it started goes with it. */
  async end(): Promise<void> {
    if (this.running) this.process.kill('SIGTERM')
    const late = setTimeout(() => this.kill(), 20_000)
    await this.ended
    clearTimeout(late)
    this.kill()
  }

  /** Ends the whole process group at once. */
  kill() {
    if (this.pid === undefined) return
    try {
      process.kill(-this.pid, 'SIGKILL')
    } catch {
      // The group is empty already.
    }
  }
}
