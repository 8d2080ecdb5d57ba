import type { Env } from '@/env'

type Headers = { get(name: string): string | null }
type Setting = Pick<Env, 'APP_URL' | 'TRUSTED_PROXIES'>

/**
 * The origin under which this request reached us: APP_URL where it is set, else the host that the
 * browser asked for. What a proxy forwards counts only where one is trusted.
 */
export function requestOrigin(headers: Headers, { APP_URL, TRUSTED_PROXIES }: Setting): string {
  if (APP_URL) return new URL(APP_URL).origin
  const forwarded = (name: string) =>
    TRUSTED_PROXIES > 0 ? headers.get(name)?.split(',').at(-1)?.trim() : undefined
  const scheme = forwarded('x-forwarded-proto') === 'https' ? 'https' : 'http'
  const host = forwarded('x-forwarded-host') || headers.get('host') || 'localhost'
  return URL.canParse(`${scheme}://${host}`)
    ? new URL(`${scheme}://${host}`).origin
    : `${scheme}://localhost`
}
