import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Child } from '@/scripts/child'
import { freePort } from '@/scripts/processes'
import { type PrivateRedis, startRedis } from '@/scripts/redis'

export type RealtimeNode = {
  port: number
  readonly running: boolean
  /** kill −9: no goodbye. */
  kill(): Promise<void>
  /** SIGTERM: drains. */
  end(): Promise<void>
  /** Starts it again on the same port, and waits until it is healthy. */
  start(): Promise<void>
}

export type Site = {
  /** Where the pages are. */
  url: string
  databaseUrl: string
  authSecret: string
  nodes: RealtimeNode[]
  redis: PrivateRedis | undefined
  /** What the processes said: put it in front of whoever has to understand a failure. */
  logs: string
  stop(): Promise<void>
}

async function untilHealthy(child: Child, url: string) {
  const deadline = Date.now() + 60_000
  for (;;) {
    try {
      const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) })
      await answer.arrayBuffer()
      if (answer.ok) return
    } catch {
      // Not yet.
    }
    if (!child.running || Date.now() > deadline)
      throw new Error(`The ${child.name} process is not healthy:\n${child.log.lastLines()}`)
    await wait(50)
  }
}

/** What nginx does in production, for the realtime nodes: a connection goes to one that answers. */
function balance(nodes: RealtimeNode[]): Promise<net.Server> {
  let turn = 0
  const server = net.createServer((client) => {
    const alive = nodes.filter((node) => node.running)
    const node = alive[turn++ % Math.max(1, alive.length)]
    if (!node) {
      client.destroy()
      return
    }
    const upstream = net.connect(node.port, '127.0.0.1')
    upstream.pipe(client).pipe(upstream)
    for (const [one, other] of [
      [upstream, client],
      [client, upstream],
    ] as const) {
      one.on('error', () => other.destroy())
      one.on('close', () => other.destroy())
    }
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

/**
 * The production build at work on free ports: the web process, and one or more realtime nodes.
 * With several, browsers reach them through a balancer and take turns.
 * @param options.redis a Redis of its own (undefined on the site when no binary is at hand), the
 *   address of one, or false for none.
 */
export async function startSite(options: {
  folder: string
  databaseUrl: string
  redis: boolean | string
  nodes?: number
}): Promise<Site> {
  if (!fs.existsSync('.next/BUILD_ID') || !fs.existsSync('dist/realtime.js'))
    throw new Error('There is no production build to test: run `npm run build` first.')
  fs.mkdirSync(options.folder, { recursive: true })
  const logs = path.join(options.folder, 'logs')
  fs.mkdirSync(logs, { recursive: true })
  const own = options.redis === true ? await startRedis({ folder: options.folder }) : undefined
  const redisUrl = typeof options.redis === 'string' ? options.redis : own?.url
  const port = await freePort()
  const authSecret = randomBytes(32).toString('base64url')
  const environment = {
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(port),
    DATABASE_URL: options.databaseUrl,
    REDIS_URL: redisUrl ?? '',
    DATA_DIR: options.folder,
    AUTH_SECRET: authSecret,
    APP_URL: '',
    REALTIME_URL: '',
    PRAJIX_DEMO: '1',
    LOG_LEVEL: 'info',
    NEXT_TELEMETRY_DISABLED: '1',
    // Tests come from many made-up addresses, so that limits per address meet no innocent test.
    TRUSTED_PROXIES: '1',
  } as const

  const makeNode = async (index: number): Promise<RealtimeNode> => {
    const own = await freePort()
    const launch = () =>
      new Child(`realtime-${index}`, ['--enable-source-maps', 'dist/realtime.js'], {
        env: { ...environment, REALTIME_PORT: String(own) },
        logs,
        show: 'nothing',
      })
    let child = launch()
    await untilHealthy(child, `http://127.0.0.1:${own}/healthz`)
    return {
      port: own,
      get running() {
        return child.running
      },
      kill: async () => {
        child.kill()
        await child.ended
      },
      end: () => child.end(),
      start: async () => {
        child = launch()
        await untilHealthy(child, `http://127.0.0.1:${own}/healthz`)
      },
    }
  }
  const nodes: RealtimeNode[] = []
  for (let index = 1; index <= (options.nodes ?? 1); index++) nodes.push(await makeNode(index))
  const balancer = nodes.length > 1 ? await balance(nodes) : undefined
  const balancedAt = balancer?.address()
  const realtime =
    balancedAt && typeof balancedAt === 'object'
      ? { REALTIME_URL: `http://localhost:${balancedAt.port}` }
      : { REALTIME_PORT: String(nodes[0]?.port) }

  const web = new Child('web', ['node_modules/next/dist/bin/next', 'start', '-p', String(port)], {
    env: { ...environment, ...realtime },
    logs,
    show: 'nothing',
  })
  await untilHealthy(web, `http://127.0.0.1:${port}/healthz`)
  return {
    url: `http://localhost:${port}`,
    databaseUrl: options.databaseUrl,
    authSecret,
    nodes,
    redis: own,
    logs,
    stop: async () => {
      await web.end()
      await Promise.all(nodes.map((node) => node.end()))
      balancer?.close()
      own?.child.kill('SIGTERM')
    },
  }
}
