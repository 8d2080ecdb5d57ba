import { requestOrigin } from '@/app/_request/request-origin'
import type { Env } from '@/env'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether a request that may change something comes from a page that is not ours. Browsers send Origin
 * with every such request; `null` is what sandboxes and redirects across sites send. A client without
 * cookies has nothing that another site could misuse, so it may leave Origin out.
 */
export function isForeignRequest(
  request: { method: string; headers: { get(name: string): string | null } },
  setting: Pick<Env, 'APP_URL' | 'TRUSTED_PROXIES'>,
): boolean {
  if (safe.has(request.method.toUpperCase())) return false
  const origin = request.headers.get('origin')
  if (origin === null) return request.headers.get('cookie') !== null
  if (!/^https?:\/\//.test(origin) || !URL.canParse(origin)) return true
  const parsed = new URL(origin)
  // An Origin is a scheme and a host and nothing else; whatever parses to more was made by hand.
  if (parsed.origin !== origin.toLowerCase()) return true
  if (parsed.origin === requestOrigin(request.headers, setting)) return false
  return parsed.host !== request.headers.get('host')?.toLowerCase()
}
