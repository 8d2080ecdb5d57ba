import { createHash, timingSafeEqual } from 'node:crypto'
import { env } from '@/env'

const digest = (text: string) => createHash('sha256').update(text).digest()

/**
 * Whether this `Authorization` header opens a process's metrics. Nobody's does where no token is set: what a
 * process does is no secret of one person, but an outsider could watch everybody by it.
 */
export function canReadMetrics(authorization: string | null | undefined): boolean {
  const { METRICS_TOKEN } = env()
  if (!METRICS_TOKEN || !authorization) return false
  return timingSafeEqual(digest(authorization), digest(`Bearer ${METRICS_TOKEN}`))
}
