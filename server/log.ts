import pino, { type Logger } from 'pino'
import { describeError } from '@/domain/describe-error'
import { env } from '@/env'

/** Structured lines on standard output; never a cookie, a token or a message's text. */
export const openLog = (): Logger =>
  pino({
    name: 'realtime',
    level: env().LOG_LEVEL,
    serializers: { err: (error) => describeError(error) },
  })
