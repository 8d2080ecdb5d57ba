import { randomUUID } from 'node:crypto'
import pino from 'pino'

const log = pino({ name: 'web', level: process.env.LOG_LEVEL ?? 'info' })

/** Logs an error that no one expected, and returns the short id under which to find it. */
export function logUnknown(error: unknown): string {
  const errorId = randomUUID().slice(0, 8)
  log.error({ err: error, errorId }, 'unexpected error')
  return errorId
}
