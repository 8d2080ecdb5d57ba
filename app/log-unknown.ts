import { randomUUID } from 'node:crypto'
import pino from 'pino'
import { requestId } from '@/app/_request/request-id'
import { describeError } from '@/domain/describe-error'
import { processMetrics } from '@/domain/process-metrics'

const log = pino({
  name: 'web',
  level: process.env.LOG_LEVEL ?? 'info',
  mixin: () => ({ requestId: requestId() }),
  serializers: { err: (error) => describeError(error) },
})

/** Logs an error that no one expected, and returns the short id under which to find it. */
export function logUnknown(error: unknown): string {
  const errorId = randomUUID().slice(0, 8)
  processMetrics().failures.inc()
  log.error({ err: error, errorId }, 'unexpected error')
  return errorId
}

/** Logs an error that ended the rendering of a page, under the digest that the page shows. */
export function logRequestError(error: unknown, request: { path: string; method: string }) {
  const digest = (error as { digest?: unknown } | null)?.digest
  processMetrics().failures.inc()
  log.error({ err: error, errorId: digest, ...request }, 'a request failed')
}
