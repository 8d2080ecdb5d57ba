import { configuredProviders, providerOrigins } from '@/app/_auth/auth-providers'
import type { Env } from '@/env'

/**
 * What a page may load and reach. Scripts run by this request's nonce alone.
 * @param origin under which the browser knows us; the realtime process is at the same host name on its
 * own port, unless REALTIME_URL says otherwise.
 */
export function contentSecurityPolicy(nonce: string, origin: string, setting: Env): string {
  const development = setting.NODE_ENV === 'development'
  const page = new URL(origin)
  const scheme = page.protocol === 'https:' ? 'wss' : 'ws'
  const realtime = setting.REALTIME_URL
    ? new URL(setting.REALTIME_URL).origin.replace(/^http/, 'ws')
    : `${scheme}://${page.hostname}:${setting.REALTIME_PORT}`
  // The development server reports changes over a socket of its own.
  const connect = ["'self'", realtime, ...(development ? [`${scheme}://${page.host}`] : [])]
  const providers = configuredProviders(setting).map(({ id }) => providerOrigins[id])
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src ${connect.join(' ')}`,
    "object-src 'none'",
    "base-uri 'none'",
    // A browser holds redirects after a form to this too, and signing in through a provider is one.
    `form-action ${["'self'", ...providers].join(' ')}`,
    "frame-ancestors 'none'",
  ]
  return directives.join('; ')
}
