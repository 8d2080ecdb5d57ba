import { type ChildProcess, spawn } from 'node:child_process'
import net from 'node:net'
import { fileURLToPath } from 'node:url'

let watchdog: ChildProcess | undefined

function startWatchdog(): ChildProcess {
  const started = spawn(
    process.execPath,
    [fileURLToPath(new URL('watchdog.js', import.meta.url))],
    {
      stdio: ['pipe', 'ignore', 'ignore'],
      // Out of our group, or the signal that kills us kills it too.
      detached: true,
      env: { ...process.env, NODE_OPTIONS: '' },
    },
  )
  started.on('error', () => {})
  started.stdin?.on('error', () => {})
  // Neither the process nor its pipe may keep us from ending.
  started.unref()
  if (started.stdin instanceof net.Socket) started.stdin.unref()
  return started
}

function tell(line: string) {
  watchdog ??= startWatchdog()
  watchdog.stdin?.write(`${line}\n`)
}

/**
 * Sees to it that `child` does not outlive this process, however that ends.
 * @param signal what asks the child to end in an orderly way.
 */
export function watchOver(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM') {
  const { pid } = child
  if (pid === undefined) return
  tell(`+ ${pid} ${signal}`)
  child.once('exit', () => tell(`- ${pid}`))
}
