import { closeDatabase } from '@/db/client'
import { closeLimits } from '@/domain/limit'
import { env } from '@/env'
import { createServer } from './create-server'
import { openLog } from './log'
import { runJobs } from './run-jobs'

/** Longest time between SIGTERM and the end, whatever is still under way. */
const patience = 15_000

const log = openLog()
process.on('unhandledRejection', (error) => log.error({ err: error }, 'unhandled rejection'))
process.on('uncaughtException', (error) => {
  log.fatal({ err: error }, 'uncaught exception')
  process.exit(1)
})

const server = await createServer({ port: env().REALTIME_PORT, log })
const stopJobs = runJobs(log)
log.info({ port: server.port }, 'the realtime server listens')

let stopping = false
async function stop(signal: string) {
  if (stopping) return
  stopping = true
  log.info({ signal }, 'draining')
  setTimeout(() => process.exit(1), patience).unref()
  await Promise.all([server.drain(), stopJobs()])
  await closeLimits()
  await closeDatabase()
  log.info('drained')
  process.exit(0)
}
process.on('SIGTERM', (signal) => void stop(signal))
process.on('SIGINT', (signal) => void stop(signal))
