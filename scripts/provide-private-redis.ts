import { endOf } from './child'
import type { DataFolder } from './data-folder'
import type { Lifetime } from './lifetime'
import { ProcessLog } from './process-log'
import { reachRedis, startRedis } from './redis'
import { Sentence } from './sentence.js'

/** The Redis to use: the one at `external`, else one from the PATH, started; else none. */
export async function providePrivateRedis(
  life: Lifetime,
  data: DataFolder,
  external: string | undefined,
): Promise<{ url: string | undefined; told: string }> {
  if (external) {
    const { host } = new URL(external)
    const reached = await life.step(() => reachRedis(external, 5_000))
    if (reached !== true)
      throw new Sentence(`The Redis at ${host} cannot be reached (${reached}): check REDIS_URL.`)
    return { url: external, told: host }
  }
  const log = new ProcessLog(data.logs, 'redis')
  const redis = await life.step(() =>
    startRedis({
      folder: data.folder,
      password: data.authSecret(),
      onOutput: (chunk) => void log.write(chunk),
    }),
  )
  if (!redis) return { url: undefined, told: 'none found, so one realtime node' }
  const ended = endOf(redis.child)
  life.own({
    name: 'redis',
    pid: redis.child.pid,
    log,
    ended,
    end: async () => {
      redis.child.kill('SIGTERM')
      await ended
    },
    kill: () => void redis.child.kill('SIGKILL'),
  })
  return { url: redis.url, told: `${redis.binary}, private to this run` }
}
