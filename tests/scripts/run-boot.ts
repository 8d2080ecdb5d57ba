import { type ChildProcess, spawn } from 'node:child_process'

export type BootRun = {
  child: ChildProcess
  /** Everything said so far. */
  output(): string
  /** Resolves with the exit code when the process is gone; null after a signal. */
  ended: Promise<number | null>
  /** Resolves when the output has `text`; rejects when the process ends without it. */
  said(text: string): Promise<void>
}

/** `npm start` and its siblings without npm, in an environment that holds nothing of the tests'. */
export function runBoot(
  args: string[],
  environment: Record<string, string>,
  nodeFlags: string[] = [],
): BootRun {
  const ours = ['DATABASE_URL', 'AUTH_SECRET', 'REDIS_URL', 'APP_URL', 'NODE_ENV', 'LOG_LEVEL']
  const inherited = Object.entries(process.env).filter(
    ([name]) => !ours.includes(name) && !/^(npm_|VITEST)/.test(name),
  )
  const child = spawn(process.execPath, [...nodeFlags, 'scripts/boot.js', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...Object.fromEntries(inherited), ...environment } as unknown as NodeJS.ProcessEnv,
  })
  let output = ''
  const listeners = new Set<() => void>()
  const read = (chunk: Buffer) => {
    output += chunk.toString()
    for (const listener of listeners) listener()
  }
  child.stdout.on('data', read)
  child.stderr.on('data', read)
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return {
    child,
    output: () => output,
    ended,
    said: (text) =>
      new Promise((resolve, reject) => {
        const look = () => output.includes(text) && resolve()
        listeners.add(look)
        look()
        void ended.then(() => reject(new Error(`It ended without saying "${text}":\n${output}`)))
      }),
  }
}
