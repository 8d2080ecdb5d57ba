import { freePort, isPortFree } from './processes'
import { Sentence } from './sentence.js'

export type Settings = {
  port: number
  realtimePort: number
  /** Absent: the embedded PostgreSQL. */
  databaseUrl: string | undefined
  redisUrl: string | undefined
  dataFolder: string
  authSecret: string | undefined
  appUrl: string | undefined
}

async function readPort(name: string, otherwise: number): Promise<number> {
  const text = process.env[name]
  const port = text ? Number(text) : otherwise
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Sentence(`${name} is "${text}", which is not a port: use a number from 1 to 65535.`)
  if (port === 0) return freePort()
  if (!(await isPortFree(port)))
    throw new Sentence(
      `Port ${port} is in use by another program: stop it, or choose another with ${name}=${port + 100}.`,
    )
  return port
}

function readUrl(name: string, protocols: string[]): string | undefined {
  const text = process.env[name]
  if (!text) return undefined
  if (!URL.canParse(text) || !protocols.includes(new URL(text).protocol))
    throw new Sentence(`${name} is not an address that starts with ${protocols.join('// or ')}//.`)
  return text
}

/**
 * What the start scripts need to know before the environment is complete enough for `env()`.
 * @throws Sentence naming the first thing that is wrong.
 */
export async function readSettings(): Promise<Settings> {
  const databaseUrl = readUrl('DATABASE_URL', ['postgres:', 'postgresql:'])
  const authSecret = process.env.AUTH_SECRET || undefined
  if (authSecret && authSecret.length < 32)
    throw new Sentence('AUTH_SECRET is too short: use 32 characters or more.')
  if (!authSecret && databaseUrl && process.env.NODE_ENV === 'production')
    throw new Sentence(
      'AUTH_SECRET is missing: in production with a database of your own, set it to 32 random characters or more.',
    )
  const appUrl = readUrl('APP_URL', ['http:', 'https:'])
  const redisUrl = readUrl('REDIS_URL', ['redis:', 'rediss:'])
  const port = await readPort('PORT', 3000)
  const realtimePort = await readPort(
    'REALTIME_PORT',
    // Two installations side by side need only a PORT each.
    process.env.PORT && process.env.PORT !== '0' ? port + 1 : process.env.PORT === '0' ? 0 : 3001,
  )
  if (port === realtimePort)
    throw new Sentence(`PORT and REALTIME_PORT are both ${port}: give each its own.`)
  return {
    port,
    realtimePort,
    databaseUrl,
    redisUrl,
    dataFolder: process.env.DATA_DIR || '.data',
    authSecret,
    appUrl,
  }
}
