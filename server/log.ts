import pino, { type Logger } from 'pino'
import { env } from '@/env'

/** Structured lines on standard output; never a cookie, a token or a message's text. */
export const openLog = (): Logger => pino({ name: 'realtime', level: env().LOG_LEVEL })
