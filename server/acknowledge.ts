import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import type { Failure } from '@/contracts/realtime'
import { DomainError, RateLimited } from '@/domain/errors'

const away =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|08...|57P0[1-5]|53300|25P03)$/
const awayMessage =
  /connection terminated|timeout exceeded when trying to connect|not queryable|query read timeout/i

/** The one translator from errors to acks: named errors as they are, the rest logged under an id. */
export function toFailure(error: unknown, log: Logger): Failure {
  if (error instanceof DomainError) {
    const { code, message } = error
    if (error instanceof RateLimited)
      return {
        ok: false,
        code,
        message: 'That was a lot at once. Wait a moment and try again.',
        retryAfter: error.retryAfter,
      }
    return { ok: false, code, message }
  }
  if (isAway(error)) {
    log.warn({ err: error }, 'the database is away')
    const message = 'We cannot reach our database right now. Nothing was changed; try again.'
    return { ok: false, code: 'Unavailable', message, retryAfter: 1_000 }
  }
  const errorId = randomUUID()
  log.error({ err: error, errorId }, 'an event failed')
  const message = `Something went wrong on our side (${errorId}). Try again.`
  return { ok: false, code: 'Unknown', message, errorId }
}

/** Whether the database could not be reached: nothing that was asked of it is at fault. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as { code?: unknown }
  if (typeof code === 'string' && away.test(code)) return true
  return awayMessage.test(error.message) || (error.cause !== undefined && isAway(error.cause))
}
