import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import { openRedis, type Redis } from '@/db/redis'

const echoEvery = 500
/** Longer than a busy event loop pauses, shorter than people's patience. */
const echoPatience = 2_500
/** A listener that hears not even the echo for so long is cut off, and comes back by a new connection. */
const silence = 5_000

export type RedisLink = {
  commands: Redis
  /** Clients for the adapter, which drops every promise: theirs never reject. */
  adapterClients: { publisher: object; subscriber: object }
  /** Tells every other node; lost while Redis is away, and PostgreSQL carries what must not be. */
  say(topic: string, message: string): void
  hear(topic: string, listener: (message: string) => void): void
  /** What this node publishes comes back to it: sockets say "connected" long after a network is cut. */
  healthy(): boolean
  close(): Promise<void>
}

/** Two clients that reconnect for ever; absent when no REDIS_URL is set. Redis may be down at the start. */
export function openRedisLink(log: Logger, onHealed: () => void): RedisLink | null {
  const onError = (error: unknown) => log.warn({ err: error }, 'redis')
  const commands = openRedis(onError)
  const subscriber = openRedis(onError, silence)
  if (!commands || !subscriber) return null
  for (const client of [commands, subscriber]) client.connect().catch(onError)

  const echo = `prajix:echo:${randomUUID()}`
  let heard = Number.NEGATIVE_INFINITY
  let wasHealthy = false
  const healthy = () =>
    commands.isReady && subscriber.isReady && performance.now() - heard < echoPatience
  const hear = () => {
    heard = performance.now()
  }
  subscriber.subscribe(echo, hear).catch(onError)
  const timer = setInterval(() => {
    const isHealthy = healthy()
    if (isHealthy && !wasHealthy) onHealed()
    if (!isHealthy && wasHealthy) log.warn('redis is away: rooms are kept up from the database')
    wasHealthy = isHealthy
    if (commands.isReady) commands.publish(echo, '').catch(onError)
  }, echoEvery)

  // A node hears itself, too, and knows already what it said.
  const name = `${randomUUID()}\n`
  // By default the library sets an alarm for each command; the echo tells of silence for all of them.
  const unhurried = commands.withCommandOptions({ timeout: 0 })
  // Queued publishes would arrive stale after an outage; PostgreSQL carries what must not be lost.
  const publish = (topic: string, body: string | Buffer) =>
    healthy() ? unhurried.publish(topic, body).catch(onError) : undefined
  const publisher = {
    publish,
    pSubscribe: () => {},
    on: commands.on.bind(commands),
    off: commands.off.bind(commands),
    removeListener: commands.removeListener.bind(commands),
  }
  const quiet = <Args extends unknown[]>(call: (...args: Args) => Promise<unknown>) => {
    return (...args: Args) => call(...args).catch(onError)
  }
  const safeSubscriber = {
    pSubscribe: quiet(subscriber.pSubscribe.bind(subscriber)),
    pUnsubscribe: quiet(subscriber.pUnsubscribe.bind(subscriber)),
    subscribe: quiet(subscriber.subscribe.bind(subscriber)),
    unsubscribe: quiet(subscriber.unsubscribe.bind(subscriber)),
    on: subscriber.on.bind(subscriber),
    off: subscriber.off.bind(subscriber),
    removeListener: subscriber.removeListener.bind(subscriber),
  }
  return {
    commands,
    adapterClients: { publisher, subscriber: safeSubscriber },
    healthy,
    say: (topic, message) => void publish(topic, name + message),
    hear(topic, listener) {
      const heard = (message: string) => {
        if (!message.startsWith(name)) listener(message.slice(name.length))
      }
      subscriber.subscribe(topic, heard).catch(onError)
    },
    async close() {
      clearInterval(timer)
      commands.destroy()
      subscriber.destroy()
    },
  }
}
