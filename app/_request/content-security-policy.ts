import { configuredProviders, providerOrigins } from '@/app/_auth/auth-providers'
import { runFrames } from '@/app/_request/run-frame-policy'
import type { Env } from '@/env'

/**
 * What a page may load and reach. Scripts run by this request's nonce alone.
 * @param origins under which the browser may know us; the realtime process is at the same host name on
 * its own port, unless REALTIME_URL says otherwise.
 */
export function contentSecurityPolicy(nonce: string, origins: string[], setting: Env): string {
  const development = setting.NODE_ENV === 'development'
  const sockets = origins.flatMap((origin) => {
    const { protocol, host, hostname } = new URL(origin)
    const scheme = protocol === 'https:' ? 'wss' : 'ws'
    const realtime = setting.REALTIME_URL
      ? new URL(setting.REALTIME_URL).origin.replace(/^http/, 'ws')
      : `${scheme}://${hostname}:${setting.REALTIME_PORT}`
    // The development server reports changes over a socket of its own.
    return development ? [realtime, `${scheme}://${host}`] : [realtime]
  })
  const connect = ["'self'", ...new Set(sockets)]
  // Whole addresses: a program that makes its frame go elsewhere, with what it knows, is stopped by this.
  const frames = new Set(
    origins.flatMap((origin) => Object.values(runFrames).map((path) => origin + path)),
  )
  const providers = configuredProviders(setting).map(({ id }) => providerOrigins[id])
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src ${connect.join(' ')}`,
    // The formatter: a script of ours in a worker.
    "worker-src 'self'",
    `frame-src ${[...frames].join(' ')}`,
    "object-src 'none'",
    "base-uri 'none'",
    // A browser holds redirects after a form to this too, and signing in through a provider is one.
    `form-action ${["'self'", ...providers].join(' ')}`,
    "frame-ancestors 'none'",
  ]
  return directives.join('; ')
}
