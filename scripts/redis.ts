import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { createClient } from 'redis'
import { freePort } from './processes'
import { watchOver } from './watch-over'

export type PrivateRedis = { url: string; port: number; binary: string; child: ChildProcess }

/** Whether a Redis answers at `url` within `milliseconds`; the reason when it does not. */
export async function reachRedis(url: string, milliseconds: number): Promise<true | string> {
  const deadline = Date.now() + milliseconds
  let reason = 'no answer'
  for (;;) {
    const client = createClient({
      url,
      socket: { reconnectStrategy: false, connectTimeout: Math.max(1, deadline - Date.now()) },
    })
    client.on('error', () => {})
    try {
      await client.connect()
      await client.ping()
      return true
    } catch (error) {
      reason =
        (error as { code?: string }).code ?? (error instanceof Error ? error.message : reason)
    } finally {
      if (client.isOpen) client.destroy()
    }
    if (Date.now() + 50 > deadline) return reason
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/**
 * Starts a Redis from a binary on the PATH: memory only, on loopback.
 * @param options.password asked of every client; on a shared machine loopback alone is not private.
 * @returns undefined when there is no binary, or it does not come up within 5 s.
 */
export async function startRedis(options: {
  folder: string
  port?: number
  password?: string
  onOutput?: (chunk: Buffer) => void
}): Promise<PrivateRedis | undefined> {
  const port = options.port ?? (await freePort())
  const lines = [
    `port ${port}`,
    'bind 127.0.0.1',
    'save ""',
    'appendonly no',
    `dir "${path.resolve(options.folder)}"`,
    ...(options.password ? [`requirepass ${options.password}`] : []),
  ]
  const login = options.password ? `:${options.password}@` : ''
  const url = `redis://${login}127.0.0.1:${port}`
  for (const binary of ['redis-server', 'valkey-server']) {
    // The settings go through a pipe, for a command line can be read by everybody.
    const child = spawn(binary, ['-'], { stdio: ['pipe', 'pipe', 'pipe'], detached: true })
    child.stdin.on('error', () => {})
    const spawned = await new Promise<boolean>((resolve) => {
      child.once('error', () => resolve(false))
      child.once('spawn', () => resolve(true))
    })
    if (!spawned) continue
    watchOver(child)
    child.stdout.on('data', (chunk: Buffer) => options.onOutput?.(chunk))
    child.stderr.on('data', (chunk: Buffer) => options.onOutput?.(chunk))
    child.stdin.end(`${lines.join('\n')}\n`)
    const exited = new Promise<string>((resolve) => child.once('exit', () => resolve('it ended')))
    if ((await Promise.race([reachRedis(url, 5_000), exited])) === true)
      return { url, port, binary, child }
    child.kill('SIGKILL')
  }
  return undefined
}
