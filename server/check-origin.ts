import type { IncomingMessage } from 'node:http'
import { env } from '@/env'

/**
 * Whether a page at this Origin may open a socket. Cookies travel with every upgrade, whoever asks for
 * it, so this is what stops another site from speaking in a person's name.
 * Clients that are no browsers send no Origin; they hold the cookie because they were given it.
 */
export function isOriginAllowed(request: Pick<IncomingMessage, 'headers'>): boolean {
  const { origin, host } = request.headers
  if (origin === undefined) return true
  // A browser writes an origin in exactly one way; anything else is an attempt to be read differently.
  const page = parse(origin)
  if (!page || page.origin !== origin || !/^https?:$/.test(page.protocol)) return false
  const { APP_URL, REALTIME_URL } = env()
  // Compared whole, never by prefix or suffix: localhost.evil.example is somebody else.
  return [APP_URL, REALTIME_URL, host && `http://${host}`].some(
    (address) => address !== undefined && parse(address)?.hostname === page.hostname,
  )
}

function parse(address: string): URL | null {
  try {
    return new URL(address)
  } catch {
    return null
  }
}
