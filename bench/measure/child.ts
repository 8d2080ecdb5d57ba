import { type ChildProcess, fork } from 'node:child_process'
import { endOf } from '@/scripts/child'
import { watchOver } from '@/scripts/watch-over'

export type Worker = {
  pid: number
  /** The next thing that it says. Fails when it ends instead. */
  hear<Said>(): Promise<Said>
  tell(what: object): void
  end(): Promise<void>
}

/** A TypeScript program in a process of its own that is spoken to in messages. */
export function startWorker(file: string, env: Record<string, string> = {}): Worker {
  const child: ChildProcess = fork(file, {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, ...env },
  })
  watchOver(child)
  const said: unknown[] = []
  const waiting: { resolve: (what: never) => void; reject: (error: Error) => void }[] = []
  child.on('message', (what) => {
    const next = waiting.shift()
    if (next) next.resolve(what as never)
    else said.push(what)
  })
  const ended = endOf(child)
  let over: string | undefined
  void ended.then((how) => {
    over = how
    for (const { reject } of waiting.splice(0)) reject(new Error(`${file} ended: ${how}`))
  })
  return {
    pid: child.pid ?? 0,
    hear: <Said>() =>
      new Promise<Said>((resolve, reject) => {
        if (said.length > 0) resolve(said.shift() as Said)
        else if (over === undefined) waiting.push({ resolve: resolve as never, reject })
        else reject(new Error(`${file} ended: ${over}`))
      }),
    tell: (what) => void child.send(what),
    async end() {
      if (over === undefined) child.kill('SIGKILL')
      await ended
    },
  }
}
